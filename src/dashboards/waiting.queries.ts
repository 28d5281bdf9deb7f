import { waitingIn } from '../attention/waiting'
import type { Db } from '../db/database'
import { repliesAt } from '../replies/reply.store'
import { reportsAt } from '../status-reports/status-report.store'
import type { User } from '../users/user'
import type { Asked } from '../standing/facts'
import type { Placed } from './placed.queries'
import { withSince } from './since.queries'

const MOST = 20

/** What waits for a person: their party's overdue and stale measures, and findings that their party has not answered. */
export async function waitingFor(db: Db, user: User, placed: readonly Placed[], asked: Asked) {
  const party = user.party
  if (party === null) return undefined
  const items = waitingIn(placed.filter(({ measure }) => measure.owedBy.includes(party)))
  const about = placed.filter(
    ({ agreement, standing }) => standing.finding && agreement.parties.includes(party),
  )
  const reports = await reportsAt(db, null, {
    ids: about.flatMap(({ standing }) => standing.finding?.report ?? []),
  })
  const replies = await repliesAt(db, null, { reportIds: reports.map(({ id }) => id) })
  const answered = new Set(
    replies.filter((reply) => reply.party === party && !reply.withdrawn).map(({ report }) => report),
  )
  const places = new Map(about.map((each) => [each.standing.finding?.report ?? '', each]))
  return {
    party,
    overdue: await withSince(db, items.filter(({ reason }) => reason === 'overdue').slice(0, MOST), asked),
    stale: await withSince(db, items.filter(({ reason }) => reason === 'stale').slice(0, MOST), asked),
    findings: reports
      .filter(({ id }) => !answered.has(id))
      .flatMap((report) => {
        const place = places.get(report.id)
        return place
          ? [{ report, state: 'live' as const, agreement: place.agreement, measure: place.measure }]
          : []
      })
      .slice(0, MOST),
  }
}
