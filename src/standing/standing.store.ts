import { sql, type SqlBool } from 'kysely'
import type { Db } from '../db/database'
import { dayOf, type Day, type Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import type { MeasureWording } from '../measures/measure'
import { readMeasure } from '../measures/measure.content'
import type { MeasureHistory } from '../measures/measure.store'
import type { Asked, MeasureFact } from './facts'
import { factsOf } from './facts.store'
import type { Worded } from './known-runs.row'
import { BARE_COLUMNS, bareRunOf, runOf, STILL_KNOWN } from './run.row'
import { runsOf, standingAt } from './standing'
import type { BareRun, Run, Standing } from './standing.types'

export type Measured = Pick<MeasureHistory, 'measure'>

/** What the rule needs of a measure's wording. */
export const measureFact = (wording: MeasureWording): MeasureFact => ({
  owedBy: wording.owedBy,
  obligation: wording.obligation,
  reviewIntervalDays: wording.reviewIntervalDays,
})

/** The same of every wording that a measure has had, oldest first. */
export function wordedOf({ wordings }: MeasureHistory): Worded[] {
  let stated: JsonObject = {}
  return wordings.map(({ recordedAt, fields }) => {
    stated = { ...stated, ...fields }
    return { recordedAt, fact: measureFact(readMeasure(stated)) }
  })
}

/** Whether a stored run, by its alias, was known at an instant; null for what is known now. */
export const wasKnown = (run: string, knownAt: Instant | null) =>
  knownAt === null
    ? sql<SqlBool>`${sql.ref(`${run}.known_to`)} = ${STILL_KNOWN}`
    : sql<SqlBool>`${sql.ref(`${run}.known_from`)} <= ${knownAt} and ${sql.ref(`${run}.known_to`)} > ${knownAt}`

/** The runs of measures at an instant by the rule itself, whatever is stored. */
export async function computedRuns(
  db: Db,
  histories: readonly Measured[],
  knownAt: Instant | null,
): Promise<Map<string, Run[]>> {
  if (histories.length === 0) return new Map()
  const facts = await factsOf(
    db,
    histories.map(({ measure }) => measure.id),
    knownAt,
  )
  return new Map(
    histories.map(({ measure }) => {
      const { reports, deadlines } = facts.get(measure.id) ?? { reports: [], deadlines: [] }
      return [measure.id, runsOf(measureFact(measure), reports, deadlines, knownAt)]
    }),
  )
}

/** The stored runs of measures as known at an instant, oldest first. */
export async function runsAt(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(measureIds.map((id) => [id, []]))
  if (measureIds.length === 0) return runs
  const rows = await db
    .selectFrom('standing_run as r')
    .where('r.measure_id', 'in', [...measureIds])
    .where(wasKnown('r', knownAt))
    .selectAll()
    .orderBy('r.measure_id')
    .orderBy('r.from_on')
    .execute()
  for (const row of rows) runs.get(row.measure_id)?.push(runOf(row))
  return runs
}

/** The same without who said what. */
export async function bareRunsAt(
  db: Db,
  measureIds: readonly string[],
  knownAt: Instant | null,
): Promise<Map<string, BareRun[]>> {
  const runs = new Map<string, BareRun[]>(measureIds.map((id) => [id, []]))
  if (measureIds.length === 0) return runs
  const rows = await db
    .selectFrom('standing_run as r')
    .where('r.measure_id', 'in', [...measureIds])
    .where(wasKnown('r', knownAt))
    .select(BARE_COLUMNS)
    .orderBy('r.measure_id')
    .orderBy('r.from_on')
    .execute()
  for (const row of rows) runs.get(row.measure_id)?.push(bareRunOf(row))
  return runs
}

/** Where measures stand on a day, as known at an instant: one indexed read for each measure. */
export async function standingsAt(
  db: Db,
  histories: readonly Measured[],
  asked: Asked,
): Promise<Map<string, Standing>> {
  const ids = histories.map(({ measure }) => measure.id)
  const stored = await lastRuns(db, ids, asked)
  const runs = (await leavesOut(db, asked.knownAt))
    ? await computedRuns(db, histories, asked.knownAt)
    : stored
  return new Map(
    histories.map(({ measure }) => [
      measure.id,
      standingAt(runs.get(measure.id) ?? [], measureFact(measure), asked.asOf),
    ]),
  )
}

/**
 * Whether the view leaves out what a later import dated back to the instant: then the stored runs, which tell of it, are not
 * the view's. To be asked after they were read, so that nothing can come between.
 */
async function leavesOut(db: Db, knownAt: Instant | null): Promise<boolean> {
  const { seen, last } = await db
    .selectFrom('entry')
    // As text, so that a view narrowed to the entries up to one does not narrow it.
    .select((e) => [e.fn.max('n').as('seen'), sql<number | null>`(select max(n) from entry)`.as('last')])
    .executeTakeFirstOrThrow()
  if (seen === last) return false
  const { rows } = await sql`
    select 1 from entry where n > ${seen ?? 0} and recorded_at <= ${knownAt ?? STILL_KNOWN} limit 1`.execute(
    db,
  )
  return rows.length > 0
}

async function lastRuns(db: Db, ids: readonly string[], asked: Asked): Promise<Map<string, Run[]>> {
  if (ids.length === 0) return new Map()
  const rows = await lastRunOf(db, ids, asked).selectAll('r').execute()
  const ahead = (await runAhead(db, ids, asked)?.selectAll('r').execute()) ?? []
  return new Map([...rows, ...ahead].map((row) => [row.measure_id, [runOf(row)]]))
}

/** No report describes a later day than it is recorded on: what the index has after that was not known. */
const lastReported = ({ asOf, knownAt }: Asked): Day =>
  knownAt !== null && dayOf(knownAt) < asOf ? dayOf(knownAt) : asOf

/** The run of each measure that was under way on a day, as known at an instant, but for `runAhead`. */
export const lastRunOf = (db: Db, ids: readonly string[], asked: Asked) =>
  db
    .selectFrom('measure as m')
    .innerJoin('standing_run as r', (join) =>
      join.onRef('r.measure_id', '=', 'm.id').on('r.from_on', '=', (on) =>
        on
          .selectFrom('standing_run as x')
          .whereRef('x.measure_id', '=', 'm.id')
          .where('x.from_on', '<=', lastReported(asked))
          .where(wasKnown('x', asked.knownAt))
          .select((max) => max.fn.max('x.from_on').as('from_on')),
      ),
    )
    .where('m.id', 'in', [...ids])
    .where(wasKnown('r', asked.knownAt))

/** The later ones, that start after the day on which they became known, for a decision was dated ahead; oldest first. */
export const runAhead = (db: Db, ids: readonly string[], asked: Asked) =>
  lastReported(asked) === asked.asOf
    ? undefined
    : db
        .selectFrom('standing_run as r')
        .where('r.measure_id', 'in', [...ids])
        .where(sql<SqlBool>`r.from_on > substr(r.known_from, 1, 10)`)
        .where('r.from_on', '>', lastReported(asked))
        .where('r.from_on', '<=', asked.asOf)
        .where(wasKnown('r', asked.knownAt))
        .orderBy('r.from_on')
