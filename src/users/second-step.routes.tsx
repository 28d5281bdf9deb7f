import { type Context, Hono } from 'hono'
import { SecondStepPage } from '../../views/users/second-step-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { paths } from '../paths'
import { fromOf, remember, secondStepOf } from '../web/entry'
import type { Env } from '../web/env'
import { readFields } from '../web/form'
import { localPath } from './next'
import { passSecondStep } from './pass-second-step'
import { sealingBy } from './sealing'
import { findWaiting } from './second-step.store'
import { waitProblem } from './sign-in.routes'
import type { FrameFor } from './signed-in'
import type { Site } from './site'

/** The second step of signing in: a code of the authenticator app, or one of the recovery codes. */
export function secondStepRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const sealing = sealingBy(site.secretFile)
  const page = async (c: Context<Env>, next: string | undefined, problems: Problem[]) => (
    <SecondStepPage frame={await frameOf(c)} next={next ?? ''} problems={problems} />
  )
  return new Hono<Env>()
    .get(paths.secondStep, async (c) => {
      const waiting = await findWaiting(deps.db.read, secondStepOf(c), deps.clock())
      if (!waiting) return c.redirect(paths.signIn, 303)
      return c.html(await page(c, localPath(c.req.query('next')), []))
    })
    .post(paths.secondStep, async (c) => {
      const fields = await readFields(c)
      const next = localPath(first(fields, 'next'))
      const given = { secret: secondStepOf(c), code: first(fields, 'code'), from: fromOf(c, site), sealing }
      const passed = await passSecondStep(deps, given)
      if (passed.outcome === 'gone') return c.redirect(paths.signIn, 303)
      if (passed.outcome === 'wrong') return c.html(await page(c, next, [WRONG_CODE]), 422)
      if (passed.outcome === 'wait') {
        c.header('Retry-After', String(passed.seconds))
        return c.html(await page(c, next, [waitProblem('code', passed.seconds)]), 429)
      }
      remember(c, site, passed.entered)
      return c.redirect(next ?? paths.home, 303)
    })
}

export const WRONG_CODE: Problem = { field: 'code', message: 'users.code_wrong' }
