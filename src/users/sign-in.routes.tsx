import { type Context, Hono } from 'hono'
import { SignInPage } from '../../views/users/sign-in-page'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { paths } from '../paths'
import { doerOf, forgetSession, fromOf, remember, sessionOf } from '../web/entry'
import type { Env } from '../web/env'
import { readFields } from '../web/form'
import type { Entered } from './begin-session'
import { localPath } from './next'
import { endSession } from './session.store'
import { signIn } from './sign-in'
import type { FrameFor } from './signed-in'
import type { Site } from './site'

export function signInRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const page = async (c: Context<Env>, typed: { email: string; next: string }, problems: Problem[]) => (
    <SignInPage
      frame={await frameOf(c)}
      {...typed}
      problems={problems}
      membersOnly={site.readAccess === 'members'}
    />
  )
  return new Hono<Env>()
    .get(paths.signIn, async (c) => {
      const next = localPath(c.req.query('next'))
      if (c.var.viewer) return c.redirect(next ?? paths.home, 303)
      return c.html(await page(c, { email: '', next: next ?? '' }, []))
    })
    .post(paths.signIn, async (c) => {
      const fields = await readFields(c)
      const next = localPath(first(fields, 'next'))
      const typed = { email: first(fields, 'email'), next: next ?? '' }
      const password = first(fields, 'password')
      const missing = missingIn({ email: typed.email, password })
      if (missing.length > 0) return c.html(await page(c, typed, missing), 422)
      const result = await signIn(deps, { email: typed.email, password, from: fromOf(c, site) })
      if (result.outcome === 'wait') {
        c.header('Retry-After', String(result.seconds))
        return c.html(await page(c, typed, [waitProblem('password', result.seconds)]), 429)
      }
      if (result.outcome === 'wrong') return c.html(await page(c, typed, [WRONG]), 422)
      remember(c, site, result.result)
      return c.redirect(placeAfter(result.result, next), 303)
    })
    .post(paths.signOut, async (c) => {
      const by = doerOf(c, site)
      await deps.db.write(async (tx) => {
        const userId = await endSession(tx, sessionOf(c))
        if (userId !== undefined) await noteDone(tx, deps, { kind: 'signed_out', by, subject: userId })
      })
      forgetSession(c, site)
      return c.redirect(paths.home, 303)
    })
}

/** Where somebody goes on to who has just been let in, or on to the second step. */
export function placeAfter(entered: Entered, next: string | undefined): string {
  if (!('secondStep' in entered)) return next ?? paths.home
  return next ? `${paths.secondStep}?${new URLSearchParams({ next }).toString()}` : paths.secondStep
}

// The same for an unknown account and a wrong password, so that nobody can find out who has an account.
const WRONG: Problem = { field: 'email', message: 'users.sign_in_wrong' }

const missingIn = (values: Record<string, string>): Problem[] =>
  Object.entries(values)
    .filter(([, value]) => value.trim() === '')
    .map(([field]) => ({ field, message: 'rules.required' }))

export const waitProblem = (field: string, seconds: number): Problem => ({
  field,
  message: 'users.sign_in_wait',
  values: { seconds },
})
