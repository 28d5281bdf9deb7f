import type { Db } from '../db/database'
import type { Day, Instant } from '../lib/dates'
import { naturally } from '../lib/text'
import { measuresAt } from './measure.store'

/** A later measure and the earlier one it promises again, by address. */
export interface Link {
  later: string
  earlier: string
}

/** Every re-pledge stated by the wordings of an instant. */
export async function statedLinks(db: Db, knownAt: Instant | null): Promise<Link[]> {
  const rows = await db.selectFrom('measure_repeat').select('measure_id').distinct().execute()
  const histories = await measuresAt(db, knownAt, { ids: rows.map((row) => row.measure_id) })
  return histories
    .filter(({ measure }) => !measure.withdrawn)
    .flatMap(({ measure }) =>
      measure.repeats.map((earlier) => ({ later: `${measure.agreement}/${measure.code}`, earlier })),
    )
}

/** What live reports say took a measure's place; the pair is shown as if the later one repeated the earlier. */
export async function supersedingLinks(db: Db, liveReports: readonly string[]): Promise<Link[]> {
  if (liveReports.length === 0) return []
  const rows = await db
    .selectFrom('report as r')
    .innerJoin('measure as later', 'later.id', 'r.superseded_by')
    .innerJoin('agreement as la', 'la.id', 'later.agreement_id')
    .innerJoin('measure as earlier', 'earlier.id', 'r.measure_id')
    .innerJoin('agreement as ea', 'ea.id', 'earlier.agreement_id')
    .where('r.condition', '=', 'superseded')
    .where('r.id', 'in', [...liveReports])
    .select([
      'la.slug as laterSlug',
      'later.code as laterCode',
      'ea.slug as earlierSlug',
      'earlier.code as earlierCode',
    ])
    .execute()
  return rows.map((row) => ({
    later: `${row.laterSlug}/${row.laterCode}`,
    earlier: `${row.earlierSlug}/${row.earlierCode}`,
  }))
}

/** Every address tied to one by re-pledges in either direction, itself included; just itself without any. */
export function lineageOf(address: string, links: readonly Link[]): Set<string> {
  const found = new Set([address])
  for (let grown = true; grown;) {
    grown = false
    for (const { later, earlier } of links)
      if (found.has(later) !== found.has(earlier)) {
        found.add(later).add(earlier)
        grown = true
      }
  }
  return found
}

/** A place in time, for putting promises in the order in which they were made. */
interface Promised {
  agreement: { slug: string }
  concludedOn: Day
  code: string
}

export const inPromisedOrder = (a: Promised, b: Promised): number => {
  if (a.concludedOn !== b.concludedOn) return a.concludedOn < b.concludedOn ? -1 : 1
  if (a.agreement.slug !== b.agreement.slug) return a.agreement.slug < b.agreement.slug ? -1 : 1
  return naturally(a.code, b.code)
}
