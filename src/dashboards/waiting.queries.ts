import { waitingIn } from '../attention/waiting'
import type { Db } from '../db/database'
import { ownDraftLines, reviewLines } from '../drafts/draft.queries'
import { repliesAt } from '../replies/reply.store'
import { reportsAt } from '../status-reports/status-report.store'
import type { User } from '../users/user'
import type { Asked } from '../standing/facts'
import type { Placed } from './placed.queries'
import { withSince } from './since.queries'

const MOST = 20

/**
 * What waits for a person: their party's overdue and stale measures, findings that their party has not answered, their own
 * drafts, and what waits for their approval. Undefined for whom nothing can wait.
 */
export async function waitingFor(db: Db, user: User, placed: readonly Placed[], asked: Asked) {
  const drafts = await ownDraftLines(db, user)
  const review = await reviewLines(db, user)
  if (user.party !== null)
    return { ...(await waitingForParty(db, user.party, placed, asked)), drafts, review }
  if (drafts.length + review.length === 0) return undefined
  return { party: null, overdue: [], stale: [], findings: [], drafts, review }
}

async function waitingForParty(db: Db, party: string, placed: readonly Placed[], asked: Asked) {
  const items = waitingIn(
    placed.filter(({ measure }) => measure.owedBy.includes(party)),
    asked.asOf,
  )
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
