import type { Db } from '../db/database'
import { type DeadlineDays, deadlineDaysAt, type DeadlineOf, deadlinesAt } from '../deadlines/deadline.store'
import { type Day, type Instant, precisionsOf } from '../lib/dates'
import { type Link, statedLinks, supersedingLinks } from '../measures/lineage.queries'
import type { Asked } from '../standing/facts'
import { type Drawn, drawnRunsAt } from '../standing/drawn.store'
import { bareRunsAt } from '../standing/standing.store'
import type { DaysKnown, Standing } from '../standing/standing.types'
import type { StatusReport } from '../status-reports/status-report'
import { reportsAt, saidPrecisions } from '../status-reports/status-report.store'
import type { Placed } from './placed.queries'

/** The ids of the reports that count in a standing. */
export const liveReports = ({ claims, finding }: Standing): string[] => [
  ...claims.map(({ report }) => report),
  ...(finding ? [finding.report] : []),
]

/** The last report that counts, by the day it describes. */
export const latestReport = ({ claims, finding }: Standing): string | null =>
  [...claims, ...(finding ? [finding] : [])].reduce<{ asOf: Day; report: string } | null>(
    (latest, position) => (latest === null || position.asOf >= latest.asOf ? position : latest),
    null,
  )?.report ?? null

/** Whether strips draw every run of a measure, or of very many only what is seen in a list. */
export type Strips = 'whole' | 'drawn'

/** What a list shows of each measure besides where it stands. */
export interface LineFacts {
  runs: Map<string, Drawn>
  deadlines: Map<string, DeadlineOf[]>
  known: Map<string, DaysKnown>
  /** The last report that counts of each measure, by its id. */
  latest: Map<string, StatusReport>
  /** Every known decision, also of later days and withdrawn ones. */
  decided: Map<string, DeadlineOf[]>
}

export async function lineFacts(
  db: Db,
  placed: readonly Placed[],
  { asOf, knownAt }: Asked,
  strips: Strips,
): Promise<LineFacts> {
  const ids = placed.map(({ measure }) => measure.id)
  const decided = await deadlinesAt(db, knownAt, { measureIds: ids })
  const standing = decided.filter(({ withdrawn, decidedOn }) => !withdrawn && decidedOn <= asOf)
  const latest = placed.flatMap((each) => latestReport(each.standing) ?? [])
  const reports = await reportsAt(db, knownAt, { ids: latest })
  return {
    known: await daysKnown(db, ids, decided, knownAt),
    runs: await (strips === 'whole' ? wholeRuns(db, ids, knownAt) : drawnRunsAt(db, ids, { asOf, knownAt })),
    deadlines: Map.groupBy(standing, ({ measureId }) => measureId),
    latest: new Map(reports.map((report) => [report.id, report])),
    decided: Map.groupBy(decided, ({ measureId }) => measureId),
  }
}

async function wholeRuns(db: Db, ids: readonly string[], knownAt: Instant | null) {
  const runs = await bareRunsAt(db, ids, knownAt)
  return new Map([...runs].map(([id, all]): [string, Drawn] => [id, { runs: all, byMonth: false }]))
}

/** How exactly the days of measures are known at an instant. */
export const daysKnownAt = async (db: Db, measureIds: readonly string[], knownAt: Instant | null) =>
  daysKnown(db, measureIds, await deadlineDaysAt(db, knownAt, measureIds), knownAt)

/** The same, given their deadlines. */
export async function daysKnown(
  db: Db,
  measureIds: readonly string[],
  deadlines: readonly Pick<DeadlineDays, 'measureId' | 'dueOn' | 'dueOnPrecision'>[],
  knownAt: Instant | null,
): Promise<Map<string, DaysKnown>> {
  const said = await saidPrecisions(db, measureIds, knownAt)
  const due = Map.groupBy(deadlines, ({ measureId }) => measureId)
  const dueDays = (id: string) =>
    (due.get(id) ?? []).map(({ dueOn, dueOnPrecision }) => ({ day: dueOn, precision: dueOnPrecision }))
  return new Map(measureIds.map((id) => [id, { said: said.get(id) ?? {}, due: precisionsOf(dueDays(id)) }]))
}

/** Every re-pledge on a day: what wordings state, and what live reports say took a measure's place. */
export async function linksAt(db: Db, placed: readonly Placed[], { knownAt }: Asked): Promise<Link[]> {
  const superseded = placed.filter(({ standing }) =>
    [...standing.claims, ...(standing.finding ? [standing.finding] : [])].some(
      ({ condition }) => condition === 'superseded',
    ),
  )
  const reports = superseded.flatMap(({ standing }) => liveReports(standing))
  return [...(await statedLinks(db, knownAt)), ...(await supersedingLinks(db, reports))]
}
