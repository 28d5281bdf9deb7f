import type { Tables } from '../db/tables'
import type { Instant } from '../lib/dates'
import { fieldsOf, isObject, type Json, type JsonObject, parseObject } from '../lib/json'
import { CHANNELS, CONDITIONS, STAGES } from '../status-reports/status-report'
import { readBy } from '../status-reports/status-report.content'
import type { MeasureFact } from './facts'
import { flagDaysOf } from './standing'
import type { BareRun, ClaimPosition, FindingPosition, Run } from './standing.types'

export type RunRow = Tables['standing_run']

/** Of a run that nothing changed yet: later than every instant. */
export const STILL_KNOWN = 'infinity'

/** A run as it is stored from an instant on, with the days on which a flag turns. */
export function runRow(measureId: string, run: Run, measure: MeasureFact, knownFrom: Instant): RunRow {
  const flags = flagDaysOf(run, measure)
  return {
    measure_id: measureId,
    from_on: run.fromOn,
    known_from: knownFrom,
    known_to: STILL_KNOWN,
    stage: run.stage,
    condition: run.condition,
    label: run.label,
    basis: run.basis,
    disputed: run.disputed ? 1 : 0,
    awaiting_verification: run.awaitingVerification ? 1 : 0,
    last_heard_on: run.lastHeardOn,
    last_looked_on: run.lastLookedOn,
    since: run.since,
    met_on: run.metOn,
    due_on: run.dueOn,
    original_due_on: run.originalDueOn,
    times_moved: run.timesMoved,
    slippage_days: run.slippageDays,
    claims: JSON.stringify(run.claims),
    finding: run.finding === null ? null : JSON.stringify(run.finding),
    due_soon_from: flags.dueSoonFrom,
    overdue_from: flags.overdueFrom,
    ageing_from: flags.ageingFrom,
    stale_from: flags.staleFrom,
  }
}

/** All that a run without who said what is read from. */
export const BARE_COLUMNS = [
  ...(['measure_id', 'from_on', 'stage', 'condition', 'label', 'basis', 'disputed'] as const),
  ...(['awaiting_verification', 'last_heard_on', 'last_looked_on', 'since', 'met_on'] as const),
  ...(['due_on', 'original_due_on', 'times_moved', 'slippage_days'] as const),
] as const

const SAID = [
  ...BARE_COLUMNS,
  ...(['claims', 'finding', 'due_soon_from', 'overdue_from', 'ageing_from', 'stale_from'] as const),
] as const

/** All columns of a run. */
export const COLUMNS = [...SAID, 'known_from', 'known_to'] as const

/** Whether two rows say the same, whenever they were known. */
export const saysTheSame = (row: RunRow, other: RunRow): boolean =>
  SAID.every((column) => row[column] === other[column])

export type BareRow = Pick<RunRow, (typeof BARE_COLUMNS)[number]>

export const bareRunOf = (row: BareRow): BareRun => ({
  fromOn: row.from_on,
  stage: row.stage,
  condition: row.condition,
  label: row.label,
  basis: row.basis,
  disputed: row.disputed === 1,
  awaitingVerification: row.awaiting_verification === 1,
  lastHeardOn: row.last_heard_on,
  lastLookedOn: row.last_looked_on,
  since: row.since,
  metOn: row.met_on,
  dueOn: row.due_on,
  originalDueOn: row.original_due_on,
  timesMoved: row.times_moved,
  slippageDays: row.slippage_days,
})

export const runOf = (row: RunRow): Run => ({
  ...bareRunOf(row),
  claims: readClaims(row.claims),
  finding: row.finding === null ? null : readFinding(parseObject(row.finding)),
})

function readClaims(text: string): ClaimPosition[] {
  if (text === '[]') return []
  const claims: Json = parseObject(`{"claims":${text}}`)['claims'] ?? []
  return Array.isArray(claims) ? claims.filter(isObject).map(readClaim) : []
}

// In the order in which the rule writes them: a stored run is told again, and must be the same text.
const readClaim = (object: JsonObject): ClaimPosition => {
  const fields = fieldsOf(object)
  const { report, ...position } = readPosition(object)
  return {
    party: fields.text('party') ?? '',
    ...position,
    channel: fields.oneOf('channel', CHANNELS) ?? 'public_source',
    report,
  }
}

const readFinding = (object: JsonObject): FindingPosition => {
  const { report, ...position } = readPosition(object)
  return { ...position, by: readBy(fieldsOf(object).object('by')), report }
}

function readPosition(object: JsonObject) {
  const fields = fieldsOf(object)
  return {
    stage: fields.oneOf('stage', STAGES) ?? 0,
    condition: fields.oneOf('condition', CONDITIONS) ?? 'active',
    asOf: fields.text('asOf') ?? '',
    report: fields.text('report') ?? '',
  }
}
