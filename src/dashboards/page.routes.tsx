import { Hono } from 'hono'
import { MethodPage } from '../../views/about/method-page'
import { attentionRoutes } from '../attention/attention.routes'
import type { Env } from '../web/env'
import type { Site } from '../web/site'
import { citeRoutes } from '../cite/cite.routes'
import { embedRoutes } from '../embed/embed.routes'
import { searchRoutes } from '../search/search.routes'
import { agreementRoutes } from './agreement.routes'
import { briefRoutes } from './brief.routes'
import { aimRoutes } from './aim.routes'
import { compareRoutes } from './compare.routes'
import { csvRoutes } from './csv.routes'
import { homeRoutes } from './home.routes'
import { implementabilityRoutes } from './implementability.routes'
import { ledgerRoutes } from './ledger.routes'
import { pairRoutes } from './pair.routes'
import { partyRoutes } from './party.routes'
import { reportPageRoutes } from './report.routes'
import { revisionRoutes } from './revision.routes'
import { scoreRoutes } from './score.routes'

/** Every page that is read, and the CSV of every list. */
export const pageRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/about/method', async (c) => c.html(<MethodPage frame={await site.frameOf(c)} />))
    .route('/', csvRoutes(site))
    .route('/', compareRoutes(site))
    .route('/', homeRoutes(site))
    .route('/', attentionRoutes(site))
    .route('/', agreementRoutes(site))
    .route('/', scoreRoutes(site))
    .route('/', briefRoutes(site))
    .route('/', aimRoutes(site))
    .route('/', citeRoutes(site))
    .route('/', embedRoutes(site))
    .route('/', reportPageRoutes(site))
    .route('/', implementabilityRoutes(site))
    .route('/', pairRoutes(site))
    .route('/', partyRoutes(site))
    .route('/', revisionRoutes(site))
    .route('/', searchRoutes(site))
    .route('/', ledgerRoutes(site))
