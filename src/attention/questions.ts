import type { Day } from '../lib/dates'
import { type Voice, widestGap } from '../standing/disagreement'
import type { ClaimPosition, DaysKnown, Standing } from '../standing/standing.types'
import { attentionReasons } from './attention'

/** A measure as far as a question about it needs it. */
interface Questioned {
  measure: { code: string; title: string; owedBy: string[] }
  standing: Standing
  known: DaysKnown
}

/** What to ask, and the facts of the record that the question rests on. */
type Asking =
  | { kind: 'overdue' | 'due_soon'; dueOn: Day }
  /** Two parties differ; the one that says more comes first. */
  | { kind: 'differ'; high: ClaimPosition; low: ClaimPosition }
  | { kind: 'contradicted'; claim: ClaimPosition; finding: Exclude<Voice, ClaimPosition> }
  | { kind: 'stale'; heardOn: Day }
  | { kind: 'unverified'; stage: ClaimPosition['stage'] }
  | { kind: 'never' }

/** A question to ask about a measure: whom, and what. */
export type Question = Asking & {
  code: string
  title: string
  /** Slugs of the parties to ask. */
  ask: string[]
  known: DaysKnown
}
export type QuestionKind = Question['kind']

/** The order in which kinds take turns. */
const KINDS = ['overdue', 'differ', 'contradicted', 'stale', 'unverified', 'due_soon', 'never'] as const

/** The most pressing question about a measure; none where nothing is in need of one. */
export function questionOn({ measure, standing, known }: Questioned): Question | null {
  const { code, title, owedBy } = measure
  const question = (asking: Asking, ask: readonly string[]): Question => ({
    ...{ code, title, known, ask: [...ask] },
    ...asking,
  })
  const [reason] = attentionReasons(standing)
  const { dueOn, lastHeardOn, claims } = standing
  if ((reason === 'overdue' || reason === 'due_soon') && dueOn !== null)
    return question({ kind: reason, dueOn }, owedBy)
  if (reason === 'disputed') return disputed(standing, question)
  if (reason === 'stale' && lastHeardOn !== null)
    return question({ kind: 'stale', heardOn: lastHeardOn }, owedBy)
  const [claim] = claims
  // Claims that differ would be disputed: these all say the same.
  if (reason === 'awaiting_verification' && claim)
    return question(
      { kind: 'unverified', stage: claim.stage },
      claims.map(({ party }) => party),
    )
  if (standing.freshness === 'never' && standing.time !== 'closed') return question({ kind: 'never' }, owedBy)
  return null
}

function disputed(
  standing: Standing,
  question: (asking: Asking, ask: readonly string[]) => Question,
): Question | null {
  const gap = widestGap(standing)
  if (!gap) return null
  const { high, low } = gap
  if (high.party !== null && low.party !== null)
    return question({ kind: 'differ', high, low }, [high.party, low.party])
  const [claim, finding] = high.party === null ? [low, high] : [high, low]
  // The finding is one voice, so that the other is a party's.
  if (claim.party === null || finding.party !== null) return null
  return question({ kind: 'contradicted', claim, finding }, [claim.party])
}

/** The questions to ask about some measures; kinds take turns, so that many of one crowd out none of another. */
export function questionsIn(measures: readonly Questioned[]): Question[] {
  const byKind = Map.groupBy(
    measures.flatMap((each) => questionOn(each) ?? []),
    ({ kind }) => kind,
  )
  const lists = KINDS.map((kind) => byKind.get(kind) ?? [])
  const rounds = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat()
}
