import type { AgreementHistory } from '../agreements/agreement.store'
import { waitingIn } from '../attention/waiting'
import type { Db } from '../db/database'
import { deadlinesAt } from '../deadlines/deadline.store'
import type { Asked } from '../standing/facts'
import { implementabilityAt, measureLines } from './agreement.queries'
import { overTime, type Reading } from './history.queries'
import { groupsOf, type Narrowing, narrowed, pageOfGroups } from './measure-list'
import { type Placed, scoresIn } from './placed.queries'
import type { Register } from './register'
import { withSince } from './since.queries'

/** As many as a glance takes in. */
const FEW = 5

/** What an agreement's page says over all of its measures. */
export async function agreementOverview(
  db: Db,
  found: AgreementHistory,
  placed: readonly Placed[],
  asked: Asked,
  reading: Reading,
) {
  const ids = placed.map(({ measure }) => measure.id)
  const deadlines = await deadlinesAt(db, asked.knownAt, { measureIds: ids })
  const decided = Map.groupBy(deadlines, ({ measureId }) => measureId)
  const waiting = waitingIn(placed, asked.asOf)
  return {
    ...scoresIn(placed, asked.asOf),
    standings: placed.map(({ standing }) => standing),
    implementability: placed.map(({ agreement, measure }) =>
      implementabilityAt(agreement, measure, decided.get(measure.id) ?? []),
    ),
    attention: await withSince(db, waiting.slice(0, FEW), asked),
    attentionTotal: waiting.length,
    overTime: await overTime(db, { found, places: placed, deadlines }, asked, reading),
  }
}

/** One page of the list of an agreement's measures. */
export async function measureListing(
  db: Db,
  register: Register,
  placed: readonly Placed[],
  asked: Asked,
  wanted: { narrowing: Narrowing; page: number },
) {
  const { narrowing, page } = wanted
  const { shown, ...pages } = pageOfGroups(groupsOf(narrowed(placed, narrowing)), page, asked.asOf)
  const lines = await measureLines(
    db,
    register,
    shown.flatMap(({ measures }) => measures),
    asked,
  )
  const byId = new Map(lines.map((line) => [line.measure.id, line]))
  const held = Map.groupBy(placed, ({ measure }) => measure.theme)
  return {
    ...pages,
    page,
    all: placed.length,
    groups: shown.map(({ measures, ...group }) => ({
      ...group,
      held: held.get(group.theme)?.length ?? group.total,
      lines: measures.flatMap(({ measure }) => byId.get(measure.id) ?? []),
    })),
  }
}
