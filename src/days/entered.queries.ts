import { agreementsAt } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import type { Day } from '../lib/dates'
import { measuresAt } from '../measures/measure.store'
import type { Begun, EnteredHistory } from './day-events'

/** The number of the last entry that had entered before a day began; 0 without one. Later entries have later instants. */
export async function lastEntryBefore(db: Db, day: Day): Promise<number> {
  const head = await db.selectFrom('entry').select('n').orderBy('n', 'desc').limit(1).executeTakeFirst()
  let [low, high] = [0, head?.n ?? 0]
  for (let middle = high; low < high; middle = (low + high + 1) >> 1) {
    const entry = await db.selectFrom('entry').where('n', '=', middle).select('entered_at').executeTakeFirst()
    if (entry && entry.entered_at < day) low = middle
    else high = middle - 1
  }
  return low
}

/** Each of some days, in order, with the last entry before it. */
export async function begunDays(db: Db, days: readonly Day[]): Promise<Begun[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  let upTo = await lastEntryBefore(db, first)
  const busy = await db
    .selectFrom('entry')
    .where('n', '>', upTo)
    .where('n', '<=', await lastEntryBefore(db, last))
    .select((e) => [
      e.fn<string>('substr', ['entered_at', e.val(1), e.val(10)]).as('day'),
      e.fn.max('n').as('n'),
    ])
    .groupBy('day')
    .orderBy('day')
    .execute()
  let next = 0
  return days.map((day) => {
    for (let one = busy[next]; one && one.day < day; one = busy[++next]) upTo = Number(one.n)
    return { day, upTo }
  })
}

/** Everything that ever entered about some measures. */
export async function enteredHistories(db: Db, ids: readonly string[]): Promise<EnteredHistory[]> {
  if (ids.length === 0) return []
  const measures = await measuresAt(db, null, { ids })
  const slugs = [...new Set(measures.map(({ measure }) => measure.agreement))]
  const agreements = new Map(
    (await agreementsAt(db, null, { slugs })).map((history) => [history.agreement.slug, history]),
  )
  const reports = Map.groupBy(await enteredReports(db, ids), ({ measureId }) => measureId)
  const deadlines = Map.groupBy(await enteredDeadlines(db, ids), ({ measureId }) => measureId)
  return measures.map(({ measure, wordings }) => {
    const agreement = agreements.get(measure.agreement)
    return {
      id: measure.id,
      agreement: measure.agreement,
      code: measure.code,
      wordings,
      agreementWordings: agreement?.wordings ?? [],
      withdrawnBy: [measure.withdrawn, agreement?.agreement.withdrawn].flatMap((one) => one?.entry ?? []),
      reports: reports.get(measure.id) ?? [],
      deadlines: deadlines.get(measure.id) ?? [],
    }
  })
}

async function enteredReports(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    .where('r.measure_id', 'in', ids)
    .select([
      'r.id',
      'r.measure_id',
      'r.kind',
      'r.party',
      'r.stage',
      'r.condition',
      'r.as_of',
      'r.as_of_precision',
    ])
    .select(['r.recorded_at', 'r.corrects', 'r.channel', 'r.entry'])
    .select(['w.recorded_at as withdrawn_at', 'w.entry as withdrawn_by'])
    .execute()
  return rows.map((row) => ({
    measureId: row.measure_id,
    id: row.id,
    kind: row.kind,
    party: row.party,
    stage: row.stage,
    condition: row.condition,
    asOf: row.as_of,
    precision: row.as_of_precision,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    corrects: row.corrects,
    channel: row.channel,
    // Who made a finding changes no day.
    by: null,
    entry: row.entry,
    withdrawnBy: row.withdrawn_by,
  }))
}

async function enteredDeadlines(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('deadline as d')
    .leftJoin('withdrawal as w', 'w.subject_id', 'd.id')
    .where('d.measure_id', 'in', ids)
    .select([
      'd.id',
      'd.measure_id',
      'd.due_on',
      'd.due_on_precision',
      'd.decided_on',
      'd.recorded_at',
      'd.entry',
    ])
    .select(['w.recorded_at as withdrawn_at', 'w.entry as withdrawn_by'])
    .execute()
  return rows.map((row) => ({
    measureId: row.measure_id,
    id: row.id,
    dueOn: row.due_on,
    precision: row.due_on_precision,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    entry: row.entry,
    withdrawnBy: row.withdrawn_by,
  }))
}
