import { type Context, Hono } from 'hono'
import { AccountPage } from '../../views/users/account-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { partyNames } from '../parties/party.store'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { changePassword } from './change-password'
import { endOtherSessions, endOwnSession } from './end-sessions'
import { differenceIn } from './invitation.routes'
import { hasSecondFactor } from './second-factor.store'
import { deviceOf } from './session'
import { sessionsOf } from './session.store'
import { waitProblem } from './sign-in.routes'
import { type FrameFor, selfOf, signedIn, type SignedIn } from './signed-in'
import type { Site } from './site'
import { tokensInUse } from './token.store'

export function accountRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (c: Context<SignedIn>, problems: Problem[]) => {
    const { user, session: current } = selfOf(c, site)
    const sessions = (await sessionsOf(read, user.id, deps.clock())).map((session) => ({
      ...session,
      ...deviceOf(session.agent),
      current: session.id === current,
    }))
    return (
      <AccountPage
        frame={await frameOf(c)}
        names={await partyNames(read, null)}
        user={user}
        sessions={sessions}
        secondFactor={await hasSecondFactor(read, user.id)}
        tokens={(await tokensInUse(read, user.id)).length}
        membersOnly={site.readAccess === 'members'}
        problems={problems}
        saved={c.req.query('saved') !== undefined}
      />
    )
  }
  return new Hono<SignedIn>()
    .get(paths.account, signedIn, async (c) => c.html(await page(c, [])))
    .post(paths.account, signedIn, async (c) => {
      const fields = await readFields(c)
      const different = differenceIn(fields)
      if (different.length > 0) return c.html(await page(c, different), 422)
      const change = { current: first(fields, 'current_password'), wanted: first(fields, 'password') }
      const result = await changePassword(deps, selfOf(c, site), change)
      if (result.outcome === 'right') return c.redirect(`${paths.account}?saved=password`, 303)
      if (result.outcome === 'refused') return c.html(await page(c, result.problems), 422)
      if (result.outcome === 'wrong') return c.html(await page(c, [WRONG_PASSWORD]), 422)
      c.header('Retry-After', String(result.seconds))
      return c.html(await page(c, [waitProblem('current_password', result.seconds)]), 429)
    })
    .post(`${paths.sessions}/end-others`, signedIn, async (c) => {
      await endOtherSessions(deps, selfOf(c, site))
      return c.redirect(`${paths.account}#sessions`, 303)
    })
    .post('/account/sessions/:id{[0-9a-f-]{36}}/end', signedIn, async (c) => {
      const done = await endOwnSession(deps, selfOf(c, site), c.req.param('id'))
      return done ? c.redirect(`${paths.account}#sessions`, 303) : c.notFound()
    })
}

export const WRONG_PASSWORD: Problem = { field: 'current_password', message: 'users.password_wrong' }
