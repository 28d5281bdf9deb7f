import { daysBetween, type Day } from '../lib/dates'
import type { Condition, Stage } from '../status-reports/status-report'
import type { DeadlineFact, ReportFact } from './facts'
import type { Basis, ClaimPosition, FindingPosition, Label, Position, Run } from './standing.types'

interface Staged extends ReportFact {
  stage: Stage
}
interface Claim extends Staged {
  party: string
}

const isStaged = (report: ReportFact): report is Staged => report.stage !== null
const isClaim = (report: Staged): report is Claim => report.kind === 'claim' && report.party !== null

/** What is live after hearing some reports, latest last (rule 2). */
export interface Live {
  claims: Map<string, Claim>
  finding: Staged | null
  lastHeardOn: Day | null
  lastLookedOn: Day | null
}

export const silence = (): Live => ({
  claims: new Map(),
  finding: null,
  lastHeardOn: null,
  lastLookedOn: null,
})

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of product.md: (`as_of`, `recorded_at`, `id`). */
export const byLateness = (a: ReportFact, b: ReportFact): number =>
  compareText(a.asOf, b.asOf) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id)

/** The order of product.md: (`decided_on`, `recorded_at`, `id`). */
export const byDecision = (a: DeadlineFact, b: DeadlineFact): number =>
  compareText(a.decidedOn, b.decidedOn) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id)

/** Rule 2, one report after the other; each must come later in `byLateness` than those before it. */
export function hear(live: Live, report: ReportFact): void {
  if (!isStaged(report)) {
    live.lastLookedOn = report.asOf
    return
  }
  live.lastHeardOn = report.asOf
  if (isClaim(report)) live.claims.set(report.party, report)
  else live.finding = report
}

/** The reports that are live in a run, by their ids. */
export const namedIn = ({ claims, finding }: Pick<Run, 'claims' | 'finding'>): string[] => [
  ...claims.map(({ report }) => report),
  ...(finding ? [finding.report] : []),
]

/** What was live when a run began: a run names all that is needed to go on from it. */
export function liveIn(run: Run, reportOf: (id: string) => ReportFact | undefined): Live {
  const live = silence()
  for (const id of namedIn(run)) {
    const report = reportOf(id)
    if (report) hear(live, report)
  }
  return { ...live, lastHeardOn: run.lastHeardOn, lastLookedOn: run.lastLookedOn }
}

/** Rule 3. The lowest claim speaks for all: what one side denies is not claimed by both. */
function headlineOf(live: Live): Staged | null {
  if (live.finding) return live.finding
  let lowest: Staged | null = null
  for (const claim of live.claims.values()) {
    const lower = lowest === null || claim.stage < lowest.stage
    if (lower || (claim.stage === lowest?.stage && byLateness(claim, lowest) > 0)) lowest = claim
  }
  return lowest
}

const STAGE_LABELS = ['not_started', 'in_progress', 'partly_implemented', 'implemented'] as const

function labelOf(stage: Stage | null, condition: Condition): Label {
  if (stage === null) return 'not_assessed'
  return condition === 'active' || condition === 'stalled' ? STAGE_LABELS[stage] : condition
}

const differ = (stages: readonly Stage[]): boolean => stages.some((stage) => stage !== stages[0])

/** Rule 4. */
function basisOf(live: Live, claimed: readonly Stage[], owedBy: readonly string[]): Basis {
  if (live.finding) return 'verified'
  if (claimed.length === 0) return 'none'
  if (differ(claimed)) return 'contested'
  return owedBy.every((party) => live.claims.has(party)) ? 'claimed_by_all' : 'claimed_by_some'
}

function awaitsVerification({ claims, finding }: Live): boolean {
  if (finding === null) return claims.size > 0
  return [...claims.values()].some((claim) => claim.asOf > finding.asOf && claim.stage !== finding.stage)
}

const claimPosition = ({ party, stage, condition, asOf, channel, id }: Claim): ClaimPosition => ({
  party,
  stage,
  condition,
  asOf,
  channel,
  report: id,
})

const findingPosition = ({ stage, condition, asOf, by, id }: Staged): FindingPosition => ({
  stage,
  condition,
  asOf,
  by,
  report: id,
})

/** Whether the criterion is met and the measure still stands. */
export const isMet = (stage: Stage | null, condition: Condition): boolean =>
  stage === 3 && (condition === 'active' || condition === 'stalled')

export const isClosed = (condition: Condition): boolean =>
  condition === 'abandoned' || condition === 'superseded'

type Spoken = Omit<Position, keyof Dated>

/** Rules 2 to 7 at a day on which a report falls, after the position of the day before. */
export function spokenOf(live: Live, owedBy: readonly string[], before: Position, day: Day): Spoken {
  const headline = headlineOf(live)
  const stage = headline?.stage ?? null
  const condition = headline?.condition ?? 'active'
  const claims = [...live.claims.values()].sort((a, b) => compareText(a.party, b.party))
  const claimed = claims.map((claim) => claim.stage)
  const unbroken = stage === before.stage && condition === before.condition
  return {
    stage,
    condition,
    label: labelOf(stage, condition),
    basis: basisOf(live, claimed, owedBy),
    disputed: differ(live.finding ? [live.finding.stage, ...claimed] : claimed),
    awaitingVerification: awaitsVerification(live),
    lastHeardOn: live.lastHeardOn,
    lastLookedOn: live.lastLookedOn,
    since: unbroken ? before.since : day,
    metOn: isMet(stage, condition) ? (before.metOn ?? day) : null,
    claims: claims.map(claimPosition),
    finding: live.finding && findingPosition(live.finding),
  }
}

type Dated = Pick<Position, 'dueOn' | 'originalDueOn' | 'timesMoved' | 'slippageDays'>

/** Rule 8 after the first `count` decisions, in `byDecision` order. */
export function datedOf(decisions: readonly DeadlineFact[], count: number): Dated {
  const dueOn = decisions[count - 1]?.dueOn ?? null
  const originalDueOn = count === 0 ? null : (decisions[0]?.dueOn ?? null)
  return {
    dueOn,
    originalDueOn,
    timesMoved: Math.max(0, count - 1),
    slippageDays: dueOn === null || originalDueOn === null ? null : daysBetween(originalDueOn, dueOn),
  }
}

/** Before anything was said or decided. */
export const emptyPosition = (): Position => ({
  stage: null,
  condition: 'active',
  label: 'not_assessed',
  basis: 'none',
  disputed: false,
  awaitingVerification: false,
  lastHeardOn: null,
  lastLookedOn: null,
  since: null,
  metOn: null,
  ...datedOf([], 0),
  claims: [],
  finding: null,
})
