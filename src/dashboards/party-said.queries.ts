import type { Db } from '../db/database'
import { repliesAt } from '../replies/reply.store'
import type { Asked } from '../standing/facts'
import { isForeign } from '../status-reports/report-source'
import { reportsAt } from '../status-reports/status-report.store'
import type { Placed } from './placed.queries'

/** What a party said besides of its own duties: its replies to findings, newest first, and its live claims on what others owe. */
export async function saidByParty(
  db: Db,
  party: string,
  placed: readonly Placed[],
  { asOf, knownAt }: Asked,
) {
  const named = placed.filter(({ agreement }) => agreement.parties.includes(party))
  return {
    findings: named.filter(({ standing }) => standing.finding !== null).length,
    replies: await repliesOf(db, party, placed, { asOf, knownAt }),
    foreign: await foreignClaims(db, party, placed, knownAt),
  }
}

async function repliesOf(db: Db, party: string, placed: readonly Placed[], { asOf, knownAt }: Asked) {
  const replies = (await repliesAt(db, knownAt, { party })).filter(({ withdrawn }) => withdrawn === null)
  const findings = await reportsAt(db, knownAt, { ids: [...new Set(replies.map(({ report }) => report))] })
  const places = new Map(placed.map((each) => [`${each.measure.agreement}/${each.measure.code}`, each]))
  return replies.reverse().flatMap((reply) => {
    const finding = findings.find(({ id }) => id === reply.report)
    const place = finding && places.get(`${finding.measure.agreement}/${finding.measure.code}`)
    return place && finding.asOf <= asOf
      ? [{ reply, finding, agreement: place.agreement, measure: place.measure }]
      : []
  })
}

async function foreignClaims(db: Db, party: string, placed: readonly Placed[], knownAt: Asked['knownAt']) {
  const claims = placed.flatMap((place) =>
    isForeign(party, place.measure.owedBy)
      ? place.standing.claims
          .filter((claim) => claim.party === party)
          .map(({ report }) => ({ report, place }))
      : [],
  )
  const reports = await reportsAt(db, knownAt, { ids: claims.map(({ report }) => report) })
  return claims.flatMap(({ report: id, place: { agreement, measure } }) => {
    const report = reports.find((one) => one.id === id)
    return report ? [{ report, owedBy: measure.owedBy, agreement, measure }] : []
  })
}
