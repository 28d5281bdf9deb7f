import { type Context, Hono } from 'hono'
import { PairPage } from '../../views/parties/pair-page'
import { addDays } from '../lib/dates'
import { partiesAt } from '../parties/party.store'
import { questionOf, type Site } from '../web/site'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { MEASURE_FIELDS, measureRow } from './csv.routes'
import { between, howLong, promisesIn, slippageIn, threadsIn } from './pair.queries'
import { agreementLines, trackRecord } from './party.queries'
import { methodOf } from './party.routes'
import { addressOf, type Placed, scoreOfPlaced } from './placed.queries'

/** The two parties an address names and what lies between them; undefined where one of them is not known. */
async function pairOf(site: Site, c: Context<Env>) {
  const { one = '', other = '' } = c.req.param()
  const asked = await questionOf(site, c)
  const known = await partiesAt(site.deps.db.read, asked.knownAt, [one, other])
  if (known.length !== 2) return undefined
  return { one, other, asked, ...(await between(site.register, one, other, asked)) }
}

/** The track record of two parties over all their agreements. */
export const pairRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/parties/:one/with/:other', async (c) => {
      const pair = await pairOf(site, c)
      if (!pair) return c.notFound()
      const { one, other, asked, agreements, placed, links } = pair
      const promises = promisesIn(placed, links, asked.asOf)
      return c.html(
        <PairPage
          frame={await site.frameOf(c)}
          names={await site.register.names(asked.knownAt)}
          one={one}
          other={other}
          score={scoreOfPlaced(placed, asked.asOf)}
          agreements={agreementLines(agreements, placed, asked.asOf)}
          span={{ from: agreements.at(-1)?.concludedOn ?? addDays(asked.asOf, -1), to: asked.asOf }}
          threads={threadsIn(placed, links)}
          record={trackRecord(placed, links)}
          howLong={howLong(promises, agreements)}
          moves={await slippageIn(site.deps.db.read, placed, asked)}
          method={methodOf(c)}
        />,
      )
    })
    .get('/parties/:one/with/:other/list.csv', async (c) => {
      const pair = await pairOf(site, c)
      if (!pair) return c.notFound()
      const { one, other, asked, placed, links } = pair
      const promises = promisesIn(placed, links, asked.asOf)
      return csv(c, `${one}-${other}`, PROMISE_FIELDS, promiseRows(placed, promises))
    })

const PROMISE_FIELDS = [
  'concluded_on',
  ...MEASURE_FIELDS,
  'promise',
  'promised_on',
  'times_promised',
  'implemented_after_days',
  'watched_for_days',
]

/** A line for each measure, and one more for each further promise that it makes again. */
function promiseRows(placed: readonly Placed[], promises: ReturnType<typeof promisesIn>): Row[] {
  const held = promises.flatMap((promise) =>
    [promise.first, ...promise.again].map(({ address }) => ({ address, promise })),
  )
  const byAddress = Map.groupBy(held, ({ address }) => address)
  return placed.flatMap((each) =>
    (byAddress.get(addressOf(each)) ?? []).map(({ promise }) => ({
      concluded_on: each.agreement.concludedOn,
      ...measureRow(each),
      promise: promise.first.address,
      promised_on: promise.first.concludedOn,
      times_promised: 1 + promise.again.length,
      implemented_after_days: promise.implementedAfter,
      watched_for_days: promise.watchedFor,
    })),
  )
}
