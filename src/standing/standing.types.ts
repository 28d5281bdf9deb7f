import type { Day, Precisions } from '../lib/dates'
import type { By, Channel, Condition, Stage } from '../status-reports/status-report'

export const LABELS = [
  'not_assessed',
  'not_started',
  'in_progress',
  'partly_implemented',
  'implemented',
  'lapsed',
  'reversed',
  'abandoned',
  'superseded',
] as const
export type Label = (typeof LABELS)[number]

export const BASES = ['verified', 'contested', 'claimed_by_all', 'claimed_by_some', 'none'] as const
export type Basis = (typeof BASES)[number]

export const FRESHNESS = ['never', 'settled', 'fresh', 'ageing', 'stale'] as const
export type Freshness = (typeof FRESHNESS)[number]

export const TIMES = [
  'closed',
  'no_deadline',
  'met_on_time',
  'met_late',
  'overdue',
  'due_soon',
  'not_yet_due',
] as const
export type Time = (typeof TIMES)[number]

/** A party's live claim. */
export interface ClaimPosition {
  party: string
  stage: Stage
  condition: Condition
  asOf: Day
  channel: Channel
  report: string
}

/** The live finding. */
export interface FindingPosition {
  stage: Stage
  condition: Condition
  asOf: Day
  by: By | null
  report: string
}

/** Where a measure stands on a day: everything of it that changes only when a report or a deadline falls. */
export interface Position {
  stage: Stage | null
  condition: Condition
  label: Label
  basis: Basis
  disputed: boolean
  awaitingVerification: boolean
  lastHeardOn: Day | null
  lastLookedOn: Day | null
  since: Day | null
  metOn: Day | null
  dueOn: Day | null
  originalDueOn: Day | null
  timesMoved: number
  /** Days; null when either deadline has no day. */
  slippageDays: number | null
  /** By party slug. */
  claims: ClaimPosition[]
  finding: FindingPosition | null
}

/** How exactly the days are known on which a measure's reports and deadlines fall; a standing has the bare days. */
export interface DaysKnown {
  said: Precisions
  due: Precisions
}

/** A position from one day on, up to the next run's day; before the first run a measure is not assessed and has no deadline. */
export interface Run extends Position {
  fromOn: Day
}

/** A run without who said what, which pictures over time need not know. */
export type BareRun = Omit<Run, 'claims' | 'finding'>

/** A position together with what depends on the day asked for. */
export interface Standing extends Position {
  freshness: Freshness
  time: Time
  /** Days past due; null unless overdue. */
  daysOverdue: number | null
}

/** The scores of a set of measures; every number unrounded, null where its denominator is empty. */
export interface Score {
  n: number
  coverage: number | null
  progress: number | null
  low: number | null
  high: number | null
  claimed: number | null
  strict: number | null
  byParty: Record<string, number | null>
  g20: number | null
  g20Percent: number | null
  disagreement: number | null
  counts: Record<Label, number>
}
