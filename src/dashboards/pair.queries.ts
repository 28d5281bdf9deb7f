import type { Agreement } from '../agreements/agreement'
import type { Db } from '../db/database'
import { deadlinesAt } from '../deadlines/deadline.store'
import { type Day, precisionsOf } from '../lib/dates'
import type { Link } from '../measures/lineage.queries'
import type { Asked } from '../standing/facts'
import { mediansBy, type Pledge, type Promised, promisesOf, survivalOf } from '../standing/promises'
import { slippageOf } from '../standing/slippage'
import { concludedIn } from './concluded.queries'
import { chainsIn } from './party.queries'
import { promisedSteps } from './measure.queries'
import { addressOf, type Placed } from './placed.queries'
import type { Register } from './register'

/** What two parties agreed with each other by a day, others perhaps beside them. */
export async function between(register: Register, one: string, other: string, asked: Asked) {
  const { agreements, placed, links } = await concludedIn(register, asked)
  const isTheirs = ({ parties }: Agreement): boolean => parties.includes(one) && parties.includes(other)
  return {
    agreements: agreements.filter(isTheirs),
    placed: placed.filter(({ agreement }) => isTheirs(agreement)),
    links,
  }
}

type PlacedPledge = Pledge & { placed: Placed }

/** The promises among measures on a day: what repeats another is one promise with it. */
export const promisesIn = (placed: readonly Placed[], links: readonly Link[], asOf: Day) =>
  promisesOf<PlacedPledge>(
    placed.map((each) => ({
      address: addressOf(each),
      concludedOn: each.agreement.concludedOn,
      theme: each.measure.theme,
      obligation: each.measure.obligation,
      standing: each.standing,
      placed: each,
    })),
    links,
    asOf,
  )

/** How long promises take, over all of them and by kind; null where nothing was promised. */
export function howLong(promises: readonly Promised[], agreements: readonly Agreement[]) {
  const survival = survivalOf(promises)
  if (!survival) return null
  return {
    survival,
    medians: {
      byTheme: mediansBy(promises, ({ theme }) => theme),
      byObligation: mediansBy(promises, ({ obligation }) => obligation),
    },
    measures: new Set(promises.flatMap(({ first, again }) => [first, ...again])).size,
    inexact: agreements.filter(({ concludedOnPrecision }) => concludedOnPrecision !== 'day').length,
  }
}

/** What was promised more than once, most often first, then oldest. */
export const threadsIn = (placed: readonly Placed[], links: readonly Link[]) =>
  chainsIn(placed, links)
    .map((chain) => promisedSteps(chain))
    .sort((a, b) => b.length - a.length || ((a[0]?.concludedOn ?? '') < (b[0]?.concludedOn ?? '') ? -1 : 1))

/** So many moved measures are named, with their days as exactly as they are known; the CSV has them all. */
const NAMED = 50

/** How far the deadlines of measures were moved. */
export async function slippageIn(db: Db, placed: readonly Placed[], { knownAt }: Asked) {
  const slippage = slippageOf(placed)
  const named = slippage.moved.slice(0, NAMED)
  const measureIds = named.map(({ measure }) => measure.id)
  const decisions = Map.groupBy(await deadlinesAt(db, knownAt, { measureIds }), ({ measureId }) => measureId)
  return {
    slippage,
    named: named.map((each) => ({
      ...each,
      due: precisionsOf(
        (decisions.get(each.measure.id) ?? []).map(({ dueOn, dueOnPrecision }) => ({
          day: dueOn,
          precision: dueOnPrecision,
        })),
      ),
    })),
  }
}
