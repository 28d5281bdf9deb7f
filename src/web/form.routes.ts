import { Hono } from 'hono'
import { agreementFormRoutes } from '../agreements/agreement-form.routes'
import { aimFormRoutes } from '../aims/aim-form.routes'
import { draftRoutes } from '../drafts/draft.routes'
import { deadlineRoutes } from '../deadlines/deadline.routes'
import { measureFormRoutes } from '../measures/measure-form.routes'
import { noteRoutes } from '../notes/note.routes'
import { observationRoutes } from '../observations/observation.routes'
import { partyFormRoutes } from '../parties/party-form.routes'
import { replyRoutes } from '../replies/reply.routes'
import { withdrawReplyRoutes } from '../replies/withdraw-reply.routes'
import { reportRoutes } from '../status-reports/status-report.routes'
import { withdrawReportRoutes } from '../status-reports/withdraw-report.routes'
import type { Env } from './env'
import type { Site } from './site'

/** Every form that changes the record. */
export const formRoutes = ({ deps, config, frameOf }: Site) =>
  new Hono<Env>()
    .route('/', reportRoutes(deps, config, frameOf))
    .route('/', draftRoutes({ deps, fourEyes: config.fourEyes, frameOf }))
    .route('/', withdrawReportRoutes(deps, frameOf))
    .route('/', replyRoutes(deps, frameOf))
    .route('/', withdrawReplyRoutes(deps, frameOf))
    .route('/', partyFormRoutes(deps, config, frameOf))
    .route('/', agreementFormRoutes(deps, config, frameOf))
    .route('/', aimFormRoutes(deps, config, frameOf))
    .route('/', measureFormRoutes(deps, config, frameOf))
    .route('/', deadlineRoutes(deps, config, frameOf))
    .route('/', noteRoutes(deps, config, frameOf))
    .route('/', observationRoutes(deps, config, frameOf))
