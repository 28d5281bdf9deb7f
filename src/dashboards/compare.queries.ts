import type { Agreement } from '../agreements/agreement'
import type { Db } from '../db/database'
import { lastInstantOf, type Day, type Instant, type Precision } from '../lib/dates'
import type { Link } from '../measures/lineage.queries'
import type { Asked } from '../standing/facts'
import type { ReadBy } from './two-days'
import { differenceOf, differs, flowsOf, pairsOf, tallyOf } from './compare'
import { concludedIn } from './concluded.queries'
import { addressOf, type Placed, scoreOfPlaced } from './placed.queries'
import type { Register } from './register'

export interface Comparing {
  from: Day
  to: Day
  by: ReadBy
  /** No more is looked at than was known then; null for everything. */
  knownAt: Instant | null
  /** The instant of the last entry. */
  head: Instant
}

/** Which measures are compared; the label is one of either day. */
export interface Narrowed {
  party: string | null
  theme: string | null
  label: string | null
}

/** A day as it was known at its end, or by all that is looked at. */
export function endOf({ by, knownAt, head }: Omit<Comparing, 'from' | 'to'>, asOf: Day): Asked {
  const end = lastInstantOf(asOf)
  const then = by === 'now' ? knownAt : knownAt === null || end < knownAt ? end : knownAt
  return { asOf, knownAt: then === null || then >= head ? null : then }
}

const ORDER = [null, 'in', 'out'] as const

/** Everything that differs between two days, of one agreement or of all. */
export async function comparison(
  register: Register,
  comparing: Comparing,
  agreement: Agreement | null,
  narrowed: Narrowed,
) {
  const ends = { before: endOf(comparing, comparing.from), after: endOf(comparing, comparing.to) }
  const placedOn = (asked: Asked): Promise<Placed[]> =>
    agreement ? register.placedIn(asked, [agreement.id]) : register.placed(asked)
  const [before, after] = [await placedOn(ends.before), await placedOn(ends.after)]
  const within = ({ agreement: { parties }, measure }: Placed): boolean =>
    (narrowed.party === null || parties.includes(narrowed.party)) &&
    (narrowed.theme === null || measure.theme === narrowed.theme)
  const [inBefore, inAfter] = [before.filter(within), after.filter(within)]
  const pairs = pairsOf(inBefore, inAfter, comparing).filter(
    (pair) =>
      narrowed.label === null ||
      [pair.before?.label, pair.after?.label].some((one) => one === narrowed.label),
  )
  const repledged = await newLinks(register, ends.before, ends.after)
  const all = pairs.map((pair) => differenceOf(pair, repledged.get(addressOf(pair)) ?? []))
  return {
    ends,
    placed: [...before, ...after],
    // What was there on both days comes first: that is what changed.
    differences: all.filter(differs).sort((a, b) => ORDER.indexOf(a.came) - ORDER.indexOf(b.came)),
    tally: tallyOf(all),
    flows: flowsOf(pairs),
    score: {
      before: scoreOfPlaced(inBefore, comparing.from),
      after: scoreOfPlaced(inAfter, comparing.to),
    },
  }
}

/** The measures that repeat one by the later day and did not by the earlier, by its address. */
async function newLinks(register: Register, before: Asked, after: Asked): Promise<Map<string, string[]>> {
  const nameOf = ({ earlier, later }: Link): string => `${earlier} ${later}`
  const known = new Set((await concludedIn(register, before)).links.map(nameOf))
  const fresh = (await concludedIn(register, after)).links.filter((link) => !known.has(nameOf(link)))
  return new Map(
    [...Map.groupBy(fresh, ({ earlier }) => earlier)].map(([earlier, links]) => [
      earlier,
      [...new Set(links.map(({ later }) => later))],
    ]),
  )
}

/** A report that came in between, as far as a list names it. */
export interface ReportBetween {
  id: string
  measureId: string
  kind: 'claim' | 'finding'
  party: string | null
  stage: number | null
  asOf: Day
  asOfPrecision: Precision
}

/** The reports of some measures between two ends: recorded in between, or, by all that is known, describing a day in between. */
export async function reportsBetween(
  db: Db,
  measureIds: readonly string[],
  { before, after }: { before: Asked; after: Asked },
  { by, from, to }: Pick<Comparing, 'by' | 'from' | 'to'>,
): Promise<ReportBetween[]> {
  if (measureIds.length === 0) return []
  let query = db
    .selectFrom('report as r')
    .leftJoin('withdrawal as w', 'w.subject_id', 'r.id')
    .where('r.measure_id', 'in', [...measureIds])
    .where('r.as_of', '<=', to)
    .select(['r.id', 'r.measure_id as measureId', 'r.kind', 'r.party', 'r.stage'])
    .select(['r.as_of as asOf', 'r.as_of_precision as asOfPrecision'])
    .orderBy('r.as_of', 'desc')
    .orderBy('r.id')
  const last = after.knownAt
  if (last !== null)
    query = query
      .where('r.recorded_at', '<=', last)
      .where((e) => e.or([e('w.recorded_at', 'is', null), e('w.recorded_at', '>', last)]))
  else query = query.where('w.recorded_at', 'is', null)
  if (by === 'now') query = query.where('r.as_of', '>', from)
  else if (before.knownAt !== null) query = query.where('r.recorded_at', '>', before.knownAt)
  else return []
  return query.execute()
}
