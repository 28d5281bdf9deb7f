import { agreementsAt, findAgreement } from '../agreements/agreement.store'
import { aimsAt } from '../aims/aim.store'
import { asksOfMeasures, type Filter, matches } from '../dashboards/filter'
import { scoreOfPlaced } from '../dashboards/placed.queries'
import { aimJson } from './aim.shapes'
import { firstOf } from './page'
import { agreementJson } from './shapes'
import type { View } from './view.queries'

interface Wanted {
  filter: Filter
  after: string | undefined
  limit: number
}

/** A page of the agreements that stand, by slug, each with its score. */
export async function agreementsIn(view: View, { filter, after = '', limit }: Wanted) {
  const { db, asked } = view
  const all = (await agreementsAt(db, asked.knownAt)).map(({ agreement }) => agreement)
  const matching = await narrowed(view, filter)
  const standing = all
    .filter(({ slug, withdrawn }) => !withdrawn && slug > after)
    .filter(({ parties }) => filter.party === null || parties.includes(filter.party))
    .filter(({ concludedOn }) => filter.year === null || concludedOn.startsWith(filter.year))
    .filter(({ id }) => matching === null || matching.has(id))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const { rows, cursor } = firstOf(standing, limit, ({ slug }) => slug)
  const placed = Map.groupBy(await view.placed(rows.map(({ id }) => id)), ({ agreement }) => agreement.id)
  return {
    items: rows.map((one) => agreementJson(one, scoreOfPlaced(placed.get(one.id) ?? [], asked.asOf))),
    cursor,
  }
}

/** The agreements with a measure of the kind asked for; null where nothing is asked of measures. */
async function narrowed(view: View, filter: Filter): Promise<Set<string> | null> {
  if (!asksOfMeasures(filter)) return null
  const placed = await view.placed()
  return new Set(placed.filter((each) => matches(each, filter)).map(({ agreement }) => agreement.id))
}

/** One agreement with its score and its aims, withdrawn or not; undefined where none is known. */
export async function agreementIn(view: View, slug: string) {
  const found = await findAgreement(view.db, slug, view.asked.knownAt)
  if (!found) return undefined
  const { agreement } = found
  const { asOf, knownAt } = view.asked
  const aims = await aimsAt(view.db, knownAt, agreement.id)
  return {
    ...agreementJson(agreement, scoreOfPlaced(await view.placed([agreement.id]), asOf)),
    aims: aims.map((aim) =>
      aimJson({ ...aim, assessments: aim.assessments.filter((one) => one.asOf <= asOf) }),
    ),
  }
}
