import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Logger } from 'pino'
import { apiRoutes } from './api/api.routes'
import { auditRoutes } from './audit/audit.routes'
import type { Config } from './config'
import { pageRoutes } from './dashboards/page.routes'
import { openRegister } from './dashboards/register'
import type { Deps } from './deps'
import { fileRoutes } from './evidence/file.routes'
import { calendarRoutes } from './feeds/calendar.routes'
import { feedRoutes } from './feeds/feed.routes'
import { formRoutes } from './web/form.routes'
import { crossOriginProtection } from './web/csrf'
import { assetRoutes } from './web/assets'
import type { Env } from './web/env'
import { failures } from './web/failures'
import { frames } from './web/frame'
import { gzipped } from './web/gzip'
import { healthRoutes } from './web/health.routes'
import { bodyLimits } from './web/limits'
import { keptPrivate, membersOnly } from './web/members-only'
import { fromMemory } from './web/memory'
import { requestLog } from './web/request-log'
import { secureHeaders } from './web/secure-headers'
import { withOtherMethods } from './web/other-methods'
import { withoutTrailingSlash } from './web/trailing-slash'
import { mailerOf } from './notify/mailer'
import { identify } from './users/signed-in'
import { userRoutes } from './users/user.routes'

/** The whole site: what every request passes, and every route in reading order. */
export function createApp(deps: Deps, config: Config, log: Logger, mailer = mailerOf(config, log)) {
  const register = openRegister(deps)
  const frameOf = frames(deps, config, register)
  const site = { deps, config, register, frameOf }
  const { notFound, onError } = failures(frameOf, log)
  const closed = config.readAccess === 'members'
  const app = new Hono<Env>()
    .use(requestId(), requestLog(log), secureHeaders(config), withoutTrailingSlash)
    .route('/', assetRoutes())
    .route('/', healthRoutes(deps, config))
    .use(gzipped())
    .use(crossOriginProtection(config))
    .use(bodyLimits())
    .use(closed ? keptPrivate : fromMemory(deps))
    .use(identify(deps))
    .use(closed ? membersOnly(deps) : (_c, next) => next())
    .route('/api/v1', apiRoutes(site))
    .route('/', feedRoutes(site))
    .route('/', calendarRoutes(site))
    .route('/', fileRoutes(deps))
    .route('/', userRoutes(deps, config, frameOf, mailer))
    .route('/', auditRoutes(deps, config, frameOf))
    .route('/', formRoutes(site))
    .route('/', pageRoutes(site))
    .notFound(notFound)
    .onError(onError)
  return withOtherMethods(app)
}
