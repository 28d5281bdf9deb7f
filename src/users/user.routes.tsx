import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps'
import { paths } from '../paths'
import type { Env } from '../web/env'
import { accountRoutes } from './account.routes'
import { invitationRoutes } from './invitation.routes'
import { peopleRoutes } from './people.routes'
import { personRoutes } from './person.routes'
import { signInRoutes } from './sign-in.routes'
import type { FrameFor } from './signed-in'
import type { Site } from './site'
import { tokenRoutes } from './token.routes'

const PRIVATE = [paths.signIn, paths.signOut, `${paths.account}/*`, paths.invitation('*'), `${paths.admin}/*`]

// These pages show people and secrets; no cache, not even the browser's own, may keep them.
const notStored = createMiddleware(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
})

/** Signing in and out, one's own account, invitations, and the people page. */
export function userRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const routes = new Hono<Env>()
  for (const path of PRIVATE) routes.use(path, notStored)
  return routes
    .route('/', signInRoutes(deps, site, frameOf))
    .route('/', accountRoutes(deps, site, frameOf))
    .route('/', tokenRoutes(deps, site, frameOf))
    .route('/', invitationRoutes(deps, site, frameOf))
    .route('/', peopleRoutes(deps, site, frameOf))
    .route('/', personRoutes(deps, site, frameOf))
}
