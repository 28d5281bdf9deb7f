import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps'
import type { Mailer } from '../notify/mailer'
import { paths } from '../paths'
import type { Env } from '../web/env'
import { accountRoutes } from './account.routes'
import { feedKeyRoutes } from './feed-key.routes'
import { forgottenRoutes } from './forgotten.routes'
import { invitationRoutes } from './invitation.routes'
import { peopleRoutes } from './people.routes'
import { personRoutes } from './person.routes'
import { secondFactorRoutes } from './second-factor.routes'
import { secondStepRoutes } from './second-step.routes'
import { signInRoutes } from './sign-in.routes'
import { type FrameFor, secondFactorFirst } from './signed-in'
import type { Site } from './site'
import { tokenRoutes } from './token.routes'

const PRIVATE = [`${paths.signIn}/*`, paths.signOut, `${paths.account}/*`, paths.invitation('*'), '/admin/*']

// These pages show people and secrets; no cache, not even the browser's own, may keep them.
const notStored = createMiddleware(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
})

/** Signing in and out, one's own account, invitations, and the people page. `mailer` is null where no mail is sent. */
export function userRoutes(deps: Deps, site: Site, frameOf: FrameFor, mailer: Mailer | null) {
  const routes = new Hono<Env>()
  for (const path of PRIVATE) routes.use(path, notStored)
  return routes
    .use('/admin/*', secondFactorFirst(deps, site))
    .route('/', signInRoutes(deps, site, frameOf))
    .route('/', secondStepRoutes(deps, site, frameOf))
    .route('/', forgottenRoutes(deps, site, frameOf, mailer))
    .route('/', accountRoutes(deps, site, frameOf))
    .route('/', secondFactorRoutes(deps, site, frameOf))
    .route('/', tokenRoutes(deps, site, frameOf))
    .route('/', feedKeyRoutes(deps, site, frameOf))
    .route('/', invitationRoutes(deps, site, frameOf))
    .route('/', peopleRoutes(deps, site, frameOf, mailer))
    .route('/', personRoutes(deps, site, frameOf, mailer))
}
