import type { MessageKey } from '../../src/messages/messages'
import type { Basis, Freshness, Label, Time } from '../../src/standing/standing.types'
import type {
  Condition,
  Reason,
  ReportKind,
  ReportState,
  Stage,
} from '../../src/status-reports/status-report'

// Words for every vocabulary: a new value does not compile until it has some.

export const FLAGS = [
  'overdue',
  'disputed',
  'stale',
  'stalled',
  'due_soon',
  'awaiting_verification',
  'verified',
  'claimed_only',
] as const
/** What stands beside a label. */
export type Flag = (typeof FLAGS)[number]

export const LABEL_WORDS: Record<Label, MessageKey> = {
  not_assessed: 'labels.label.not_assessed',
  not_started: 'labels.label.not_started',
  in_progress: 'labels.label.in_progress',
  partly_implemented: 'labels.label.partly_implemented',
  implemented: 'labels.label.implemented',
  lapsed: 'labels.label.lapsed',
  reversed: 'labels.label.reversed',
  abandoned: 'labels.label.abandoned',
  superseded: 'labels.label.superseded',
}

export const STAGE_WORDS: Record<Stage, MessageKey> = {
  0: 'labels.stage.0',
  1: 'labels.stage.1',
  2: 'labels.stage.2',
  3: 'labels.stage.3',
}

export const STAGE_TESTS: Record<Stage, MessageKey> = {
  0: 'labels.test.0',
  1: 'labels.test.1',
  2: 'labels.test.2',
  3: 'labels.test.3',
}

export const CONDITION_WORDS: Record<Condition, MessageKey> = {
  active: 'labels.condition.active',
  stalled: 'labels.condition.stalled',
  lapsed: 'labels.condition.lapsed',
  reversed: 'labels.condition.reversed',
  abandoned: 'labels.condition.abandoned',
  superseded: 'labels.condition.superseded',
}

export const CONDITION_TESTS: Record<Condition, MessageKey> = {
  active: 'labels.condition_test.active',
  stalled: 'labels.condition_test.stalled',
  lapsed: 'labels.condition_test.lapsed',
  reversed: 'labels.condition_test.reversed',
  abandoned: 'labels.condition_test.abandoned',
  superseded: 'labels.condition_test.superseded',
}

export const REASON_WORDS: Record<Reason, MessageKey> = {
  not_looked: 'labels.reason.not_looked',
  looked_nothing_found: 'labels.reason.looked_nothing_found',
  classified: 'labels.reason.classified',
  access_refused: 'labels.reason.access_refused',
  asked_no_answer: 'labels.reason.asked_no_answer',
}

export const BASIS_WORDS: Record<Basis, MessageKey> = {
  verified: 'labels.basis.verified',
  contested: 'labels.basis.contested',
  claimed_by_all: 'labels.basis.claimed_by_all',
  claimed_by_some: 'labels.basis.claimed_by_some',
  none: 'labels.basis.none',
}

export const FRESHNESS_WORDS: Record<Freshness, MessageKey> = {
  never: 'labels.freshness.never',
  settled: 'labels.freshness.settled',
  fresh: 'labels.freshness.fresh',
  ageing: 'labels.freshness.ageing',
  stale: 'labels.freshness.stale',
}

export const TIME_WORDS: Record<Time, MessageKey> = {
  closed: 'labels.time.closed',
  no_deadline: 'labels.time.no_deadline',
  met_on_time: 'labels.time.met_on_time',
  met_late: 'labels.time.met_late',
  overdue: 'labels.time.overdue',
  due_soon: 'labels.time.due_soon',
  not_yet_due: 'labels.time.not_yet_due',
}

export const FLAG_WORDS: Record<Flag, MessageKey> = {
  stalled: 'labels.flag.stalled',
  disputed: 'labels.flag.disputed',
  overdue: 'labels.flag.overdue',
  stale: 'labels.flag.stale',
  verified: 'labels.flag.verified',
  claimed_only: 'labels.flag.claimed_only',
  awaiting_verification: 'labels.flag.awaiting_verification',
  due_soon: 'labels.flag.due_soon',
}

export const REPORT_KIND_WORDS: Record<ReportKind, MessageKey> = {
  claim: 'labels.report_kind.claim',
  finding: 'labels.report_kind.finding',
}

const REPORT_STATE_WORDS: Record<ReportState, MessageKey> = {
  live: 'labels.report_state.live',
  earlier: 'labels.report_state.earlier',
  corrected: 'labels.report_state.corrected',
  withdrawn: 'labels.report_state.withdrawn',
}

/** What became of a report. One that gives no stage is no position, so no later one takes its place. */
export const reportStateWords = (state: ReportState, stage: Stage | null): MessageKey =>
  state === 'earlier' && stage === null ? 'labels.report_state.stageless' : REPORT_STATE_WORDS[state]
