import { type Context, Hono } from 'hono'
import { AttentionPage } from '../../views/attention/attention-page'
import { whyText } from '../../views/attention/why-text'
import { matches } from '../dashboards/filter'
import { withSince } from '../dashboards/since.queries'
import { STANDING_FIELDS, standingRow } from '../dashboards/standing-row'
import type { Asked } from '../standing/facts'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { chosenOf, filterOf, pageOf, themesIn, yearsIn } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { ATTENTION_REASONS } from './attention'
import { type Attention, countsOf, waitingIn } from './waiting'

const PAGE = 50

/** The work list, and the whole of it as CSV. */
export const attentionRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/attention', async (c) => {
      const asked = await questionOf(site, c)
      const { filter, reason, placed, waiting, chosen } = await chosenIn(site, c, asked)
      const { items, newer, older } = pageOf(c, chosen, PAGE)
      return c.html(
        <AttentionPage
          frame={await site.frameOf(c)}
          names={await site.register.names(asked.knownAt)}
          items={await withSince(site.deps.db.read, items, asked)}
          counts={countsOf(waiting)}
          measures={new Set(chosen.map(({ agreement, code }) => `${agreement.slug}/${code}`)).size}
          chosen={{ reason: reason ?? '', ...chosenOf(filter) }}
          themes={themesIn(placed)}
          years={yearsIn(placed)}
          newer={newer}
          older={older}
        />,
      )
    })
    .get('/attention/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const { chosen } = await chosenIn(site, c, asked)
      const names = await site.register.names(asked.knownAt)
      return csv(c, 'attention', ATTENTION_FIELDS, attentionRows(site, chosen, names, asked))
    })

/** What waits by the filters of an address, and of that what waits for the reason it names; one that is none is not looked at. */
async function chosenIn(site: Site, c: Context, asked: Asked) {
  const filter = filterOf(c)
  const reason = ATTENTION_REASONS.find((known) => known === c.req.query('reason'))
  const placed = await site.register.placed(asked)
  const waiting = waitingIn(
    placed.filter((each) => matches(each, filter)),
    asked.asOf,
  )
  const chosen = waiting.filter((item) => reason === undefined || item.reason === reason)
  return { filter, reason, placed, waiting, chosen }
}

const ATTENTION_FIELDS = ['reason', 'why', 'agreement', 'code', 'title', 'owed_by', ...STANDING_FIELDS]
const ITEMS_AT_ONCE = 200

async function* attentionRows(
  { deps }: Site,
  items: readonly Attention[],
  names: Record<string, string>,
  asked: Asked,
): AsyncGenerator<Row> {
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
    for (const item of await withSince(deps.db.read, items.slice(from, from + ITEMS_AT_ONCE), asked))
      yield {
        reason: item.reason,
        why: await whyText('en', item, names, asked.asOf),
        agreement: item.agreement.slug,
        code: item.code,
        title: item.title,
        owed_by: item.owedBy.join(' '),
        ...standingRow(item.standing),
      }
    await new Promise((resolve) => setImmediate(resolve))
  }
}
