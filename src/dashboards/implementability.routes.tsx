import { type Context, Hono } from 'hono'
import { ImplementabilityPage } from '../../views/about/implementability-page'
import { IMPLEMENTABILITY_POINTS } from '../measures/implementability'
import { outcomesOf } from '../standing/outcomes'
import { csv, type Row } from '../web/csv'
import type { Env } from '../web/env'
import { chosenOf, filterOf, themesIn } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { MEASURE_FIELDS, measureRow } from './csv.routes'
import type { Filter } from './filter'
import { type Weighed, weighedIn } from './implementability.queries'
import { scoredAs } from './placed.queries'

/** By whom, about what and of when; what became of measures is what the page shows. */
const narrowedIn = (c: Context): Filter => ({ ...filterOf(c), label: null, flag: null })

/** How what the texts of measures gave goes with what became of them. */
export const implementabilityRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/about/implementability', async (c) => {
      const { register, deps } = site
      const asked = await questionOf(site, c)
      const filter = narrowedIn(c)
      const weighed = await weighedIn(deps.db.read, register, asked, filter)
      const agreements = await register.agreements(asked.knownAt)
      return c.html(
        <ImplementabilityPage
          frame={await site.frameOf(c)}
          names={await register.names(asked.knownAt)}
          outcomes={outcomesOf(
            weighed.map((each) => ({ met: each.implementability.met, scored: scoredAs(each) })),
          )}
          chosen={chosenOf(filter)}
          themes={themesIn(await register.placed(asked))}
          years={[...new Set(agreements.map(({ concludedOn }) => concludedOn.slice(0, 4)))]}
        />,
      )
    })
    .get('/about/implementability/list.csv', async (c) => {
      const asked = await questionOf(site, c)
      const weighed = await weighedIn(site.deps.db.read, site.register, asked, narrowedIn(c))
      return csv(c, 'implementability', FIELDS, weighed.map(weighedRow))
    })

const FIELDS = ['implementability', ...IMPLEMENTABILITY_POINTS, ...MEASURE_FIELDS]

const weighedRow = (each: Weighed): Row => ({
  ...measureRow(each),
  ...Object.fromEntries(
    IMPLEMENTABILITY_POINTS.map((point) => [point, each.implementability.met.includes(point)]),
  ),
  implementability: each.implementability.score,
})
