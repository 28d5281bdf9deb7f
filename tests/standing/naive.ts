import { daysBetween, type Day, type Instant } from '../../src/lib/dates'
import { DEFAULT_REVIEW_DAYS } from '../../src/measures/measure'
import type { DeadlineFact, MeasureFact, ReportFact } from '../../src/standing/facts'
import type { Standing } from '../../src/standing/standing.types'

// The rule of product.md once more, read aloud step by step and as slow as that is: what the fast one is held against.

interface Question {
  measure: MeasureFact
  reports: readonly ReportFact[]
  deadlines: readonly DeadlineFact[]
  D: Day
  K: Instant | null
}

const by = (K: Instant | null, instant: Instant | null) => instant !== null && (K === null || instant <= K)

const visible = ({ reports, D, K }: Question) =>
  reports.filter((report) => {
    if (!by(K, report.recordedAt) || report.asOf > D) return false
    if (by(K, report.withdrawnAt)) return false
    return !reports.some(
      (other) => other.corrects === report.id && by(K, other.recordedAt) && !by(K, other.withdrawnAt),
    )
  })

const isLater = (a: ReportFact, b: ReportFact) => {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt
  return a.id > b.id
}
const latest = (reports: readonly ReportFact[]) =>
  reports.find((one) => reports.every((other) => other === one || isLater(one, other)))

const max = (days: readonly Day[]) => [...days].sort().at(-1) ?? null

function positions(question: Question) {
  const seen = visible(question)
  const claimants = [...new Set(seen.filter((r) => r.kind === 'claim').map((r) => r.party ?? ''))].sort()
  const claims = claimants.flatMap((party) => {
    const live = latest(seen.filter((r) => r.kind === 'claim' && r.party === party))
    return live ? [live] : []
  })
  const finding = latest(seen.filter((r) => r.kind === 'finding' && r.stage !== null))
  return { seen, claims, finding }
}

function headline(question: Question) {
  const { claims, finding } = positions(question)
  const lowest = Math.min(...claims.map((c) => c.stage ?? NaN))
  const head = finding ?? latest(claims.filter((c) => c.stage === lowest))
  return { stage: head?.stage ?? null, condition: head?.condition ?? 'active' } as const
}

/** The first day of the last unbroken run of days with a report on which the test holds. */
function unbroken(question: Question, holds: (head: ReturnType<typeof headline>) => boolean) {
  const days = [...new Set(visible(question).map((r) => r.asOf))].sort()
  let first: Day | null = null
  for (const D of days) first = holds(headline({ ...question, D })) ? (first ?? D) : null
  return first
}

const WORDS = ['not_started', 'in_progress', 'partly_implemented', 'implemented'] as const

function labelOf({ stage, condition }: ReturnType<typeof headline>): Standing['label'] {
  if (stage === null) return 'not_assessed'
  if (condition === 'lapsed') return 'lapsed'
  if (condition === 'reversed') return 'reversed'
  if (condition === 'abandoned') return 'abandoned'
  if (condition === 'superseded') return 'superseded'
  return WORDS[stage]
}

function basisOf(question: Question): Standing['basis'] {
  const { claims, finding } = positions(question)
  if (finding) return 'verified'
  if (claims.some((a) => claims.some((b) => a.stage !== b.stage))) return 'contested'
  if (question.measure.owedBy.every((party) => claims.some((c) => c.party === party))) return 'claimed_by_all'
  return claims.length > 0 ? 'claimed_by_some' : 'none'
}

function freshnessOf(question: Question, heard: Day | null): Standing['freshness'] {
  if (heard === null) return 'never'
  const { stage, condition } = headline(question)
  const agreed = ['verified', 'claimed_by_all'].includes(basisOf(question))
  if (question.measure.obligation === 'one_off' && stage === 3 && condition === 'active' && agreed)
    return 'settled'
  const age = daysBetween(heard, question.D)
  const r = question.measure.reviewIntervalDays ?? DEFAULT_REVIEW_DAYS[question.measure.obligation]
  return age <= r ? 'fresh' : age <= 2 * r ? 'ageing' : 'stale'
}

function decisionsOf({ deadlines, D, K }: Question) {
  const order = (d: DeadlineFact) => `${d.decidedOn} ${d.recordedAt} ${d.id}`
  return deadlines
    .filter((d) => by(K, d.recordedAt) && d.decidedOn <= D && !by(K, d.withdrawnAt))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

function timeOf(D: Day, head: ReturnType<typeof headline>, due: Day | null, met: Day | null) {
  if (head.condition === 'abandoned' || head.condition === 'superseded') return 'closed'
  if (due === null) return 'no_deadline'
  if (met !== null) return met <= due ? 'met_on_time' : 'met_late'
  if (D > due) return 'overdue'
  return daysBetween(D, due) <= 30 ? 'due_soon' : 'not_yet_due'
}

export function naiveStanding(question: Question): Standing {
  const { seen, claims, finding } = positions(question)
  const head = headline(question)
  const live = [...claims, ...(finding ? [finding] : [])]
  const heard = max(seen.filter((r) => r.stage !== null).map((r) => r.asOf))
  const decisions = decisionsOf(question)
  const due = decisions.at(-1)?.dueOn ?? null
  const original = decisions.at(0)?.dueOn ?? null
  const metStage = ({ stage, condition }: ReturnType<typeof headline>) =>
    stage === 3 && (condition === 'active' || condition === 'stalled')
  const met = unbroken(question, metStage)
  const time = timeOf(question.D, head, due, met)
  return {
    ...head,
    label: labelOf(head),
    basis: basisOf(question),
    disputed: live.some((a) => live.some((b) => a.stage !== b.stage)),
    awaitingVerification: finding
      ? claims.some((c) => c.asOf > finding.asOf && c.stage !== finding.stage)
      : claims.length > 0,
    freshness: freshnessOf(question, heard),
    lastHeardOn: heard,
    lastLookedOn: max(seen.filter((r) => r.kind === 'finding' && r.stage === null).map((r) => r.asOf)),
    since:
      head.stage === null
        ? null
        : unbroken(question, (h) => h.stage === head.stage && h.condition === head.condition),
    metOn: met,
    time,
    dueOn: due,
    originalDueOn: original,
    timesMoved: decisions.length === 0 ? 0 : decisions.length - 1,
    slippageDays: due === null || original === null ? null : daysBetween(original, due),
    daysOverdue: time === 'overdue' && due !== null ? daysBetween(due, question.D) : null,
    claims: claims.flatMap(({ party, stage, condition, asOf, channel, id }) =>
      party === null || stage === null ? [] : [{ party, stage, condition, asOf, channel, report: id }],
    ),
    finding:
      !finding || finding.stage === null
        ? null
        : {
            stage: finding.stage,
            condition: finding.condition,
            asOf: finding.asOf,
            by: finding.by,
            report: finding.id,
          },
  }
}
