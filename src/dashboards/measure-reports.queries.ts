import type { Db } from '../db/database'
import type { Reader } from '../evidence/file.store'
import type { Asked } from '../standing/facts'
import { factsOf } from '../standing/facts.store'
import { tracksOf } from '../standing/tracks'
import { reasonsOf } from '../status-reports/status-report.store'
import { liveReports } from './lines.queries'
import { historyOf } from './measure.queries'
import type { Placed } from './placed.queries'

interface Shown {
  asked: Asked
  reader: Reader | null
  /** The ids of one page of its reports. */
  ids: readonly string[]
}

/** What a measure's page shows of its reports: those that count, one page of all, and how the positions moved. */
export async function reportsShown(db: Db, { measure, standing }: Placed, { asked, reader, ids }: Shown) {
  const live = liveReports(standing)
  const wanted = [...new Set([...ids, ...live])]
  const views = await historyOf(db, measure.id, standing, measure.owedBy, asked, reader, wanted)
  const facts = (await factsOf(db, [measure.id], asked.knownAt)).get(measure.id)
  const tracks = tracksOf(facts?.reports ?? [], measure.owedBy, asked)
  const looked = tracks.looked.map(({ id }) => id)
  return {
    counting: views.filter(({ report }) => live.includes(report.id)),
    page: views.filter(({ report }) => ids.includes(report.id)),
    positions: { ...tracks, reasons: await reasonsOf(db, looked) },
  }
}
