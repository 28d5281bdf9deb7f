import type { Day } from '../lib/dates'
import type { BareRun, ClaimPosition, FindingPosition, Position } from './standing.types'

/** Somebody's live position: a party's claim, or the finding, which speaks for no party. */
export type Voice = ClaimPosition | (FindingPosition & { party: null })

/** Two voices that differ, and by how many stages. */
export interface Gap {
  low: Voice
  high: Voice
  stages: number
}

type Said = Pick<Position, 'claims' | 'finding'>

/** Every live position, the finding first. */
const voicesIn = ({ claims, finding }: Said): Voice[] => [
  ...(finding ? [{ ...finding, party: null }] : []),
  ...claims,
]

/** Of those who say the same the finding speaks, else whoever spoke last. */
function speakerAt(stage: Voice['stage'], voices: readonly Voice[]): Voice | undefined {
  const saying = voices.filter((voice) => voice.stage === stage)
  return saying.reduce<Voice | undefined>(
    (best, voice) => (best && (best.party === null || best.asOf >= voice.asOf) ? best : voice),
    undefined,
  )
}

/** The two live positions furthest apart; null where none differ, which is when a measure is not disputed (rule 5). */
export function widestGap(said: Said): Gap | null {
  const voices = voicesIn(said)
  const stages = voices.map(({ stage }) => stage).sort()
  const [lowest, highest] = [stages[0], stages.at(-1)]
  if (lowest === undefined || highest === undefined || lowest === highest) return null
  const [low, high] = [speakerAt(lowest, voices), speakerAt(highest, voices)]
  return low && high ? { low, high, stages: highest - lowest } : null
}

/** What awaits verification: claims that nobody independent has looked into, or one that outran the finding. */
export type Unverified =
  | { finding: null; claims: ClaimPosition[] }
  | { finding: FindingPosition; claim: ClaimPosition; stages: number }

/** Null where nothing awaits verification (rule 5). Of several claims after the finding, the one furthest from it. */
export function unverifiedIn({ claims, finding }: Said): Unverified | null {
  if (finding === null) return claims.length > 0 ? { finding, claims } : null
  const outran = claims
    .filter(({ asOf, stage }) => asOf > finding.asOf && stage !== finding.stage)
    .map((claim) => ({ finding, claim, stages: Math.abs(claim.stage - finding.stage) }))
  return outran.reduce<(typeof outran)[number] | null>(
    (widest, one) =>
      widest === null ||
      one.stages > widest.stages ||
      (one.stages === widest.stages && one.claim.asOf > widest.claim.asOf)
        ? one
        : widest,
    null,
  )
}

/** The days from which a measure has been disputed, and awaiting verification, without a break; null where it is not. */
export interface Since {
  disputed: Day | null
  awaitingVerification: Day | null
}

/** Read off the runs of a measure on a day. */
export function sinceOn(runs: readonly BareRun[], day: Day): Since {
  const past = runs.filter(({ fromOn }) => fromOn <= day)
  const since = (flag: keyof Since): Day | null => {
    const lowered = past.findLastIndex((run) => !run[flag])
    return past[lowered + 1]?.fromOn ?? null
  }
  return { disputed: since('disputed'), awaitingVerification: since('awaitingVerification') }
}
