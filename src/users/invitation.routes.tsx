import { type Context, Hono } from 'hono'
import { ErrorPage } from '../../views/errors/error-page'
import { InvitationPage } from '../../views/users/invitation-page'
import type { Deps } from '../deps'
import { type Fields, first } from '../lib/fields'
import { message } from '../messages/messages'
import type { Problem } from '../messages/problem'
import { fromOf, remember } from '../web/entry'
import type { Env } from '../web/env'
import { readFields } from '../web/form'
import { acceptInvitation } from './accept-invitation'
import { findInvited } from './invitation.store'
import { placeAfter } from './sign-in.routes'
import type { FrameFor } from './signed-in'
import type { Site } from './site'
import type { User } from './user'

export function invitationRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const page = async (c: Context<Env>, token: string, { name, email }: User, problems: Problem[]) => (
    <InvitationPage frame={await frameOf(c)} token={token} name={name} email={email} problems={problems} />
  )
  // Unknown, used and expired look alike; each is told how to get a new link.
  const gone = async (c: Context<Env>) => {
    const frame = await frameOf(c)
    const detail = message(frame.locale, 'users.invitation_gone')
    return c.html(<ErrorPage frame={frame} status={404} detail={detail} />, 404)
  }
  return new Hono<Env>()
    .use('/invitations/*', async (c, next) => {
      // The address is the key: no request that follows may tell it, not even to our own host.
      c.header('Referrer-Policy', 'strict-origin')
      await next()
    })
    .get('/invitations/:token', async (c) => {
      const token = c.req.param('token')
      const user = await findInvited(deps.db.read, token, deps.clock())
      return user ? c.html(await page(c, token, user, [])) : gone(c)
    })
    .post('/invitations/:token', async (c) => {
      const token = c.req.param('token')
      const fields = await readFields(c)
      const user = await findInvited(deps.db.read, token, deps.clock())
      if (!user) return gone(c)
      const different = differenceIn(fields)
      if (different.length > 0) return c.html(await page(c, token, user, different), 422)
      const result = await acceptInvitation(deps, token, first(fields, 'password'), fromOf(c, site))
      if (result.outcome === 'gone') return gone(c)
      if (result.outcome === 'refused') return c.html(await page(c, token, user, result.problems), 422)
      remember(c, site, result.entered)
      return c.redirect(placeAfter(result.entered, undefined), 303)
    })
}

/** A second typing that differs; one that was not asked for cannot. */
export const differenceIn = (fields: Fields): Problem[] =>
  fields['password_again'] === undefined || first(fields, 'password_again') === first(fields, 'password')
    ? []
    : [{ field: 'password_again', message: 'users.password_different' }]
