import { type Context, Hono } from 'hono'
import { AccountPage } from '../../views/users/account-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { partyNames } from '../parties/party.store'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { changePassword } from './change-password'
import { differenceIn } from './invitation.routes'
import { waitProblem } from './sign-in.routes'
import { addressOf, type FrameFor, sessionOf, signedIn, type SignedIn } from './signed-in'
import type { Site } from './site'
import { tokensInUse } from './token.store'

export function accountRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (c: Context<SignedIn>, problems: Problem[]) => (
    <AccountPage
      frame={await frameOf(c)}
      names={await partyNames(read, null)}
      user={c.var.user}
      tokens={await tokensInUse(read, c.var.user.id)}
      problems={problems}
      saved={c.req.query('saved') !== undefined}
    />
  )
  return new Hono<SignedIn>()
    .get(paths.account, signedIn, async (c) => c.html(await page(c, [])))
    .post(paths.account, signedIn, async (c) => {
      const fields = await readFields(c)
      const different = differenceIn(fields)
      if (different.length > 0) return c.html(await page(c, different), 422)
      const result = await changePassword(deps, c.var.user, {
        current: first(fields, 'current_password'),
        wanted: first(fields, 'password'),
        session: sessionOf(c),
        address: addressOf(c, site),
      })
      if (result.outcome === 'right') return c.redirect(`${paths.account}?saved=password`, 303)
      if (result.outcome === 'refused') return c.html(await page(c, result.problems), 422)
      if (result.outcome === 'wrong') return c.html(await page(c, [WRONG]), 422)
      c.header('Retry-After', String(result.seconds))
      return c.html(await page(c, [waitProblem('current_password', result.seconds)]), 429)
    })
}

const WRONG: Problem = { field: 'current_password', message: 'users.password_wrong' }
