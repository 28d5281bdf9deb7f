import { type Context, Hono } from 'hono'
import { ForgottenPage, type ForgottenPageProps } from '../../views/users/forgotten-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import type { Mailer } from '../notify/mailer'
import { paths } from '../paths'
import { fromOf } from '../web/entry'
import type { Env } from '../web/env'
import { readFields } from '../web/form'
import { askReset } from './ask-reset'
import { waitProblem } from './sign-in.routes'
import type { FrameFor } from './signed-in'
import type { Site } from './site'
import { LONGEST_EMAIL } from './user'

/** For whoever forgot their password: a link by mail, or word of who can give one. */
export function forgottenRoutes(deps: Deps, site: Site, frameOf: FrameFor, mailer: Mailer | null) {
  const page = async (c: Context<Env>, shown: Pick<ForgottenPageProps, 'email' | 'asked' | 'problems'>) => (
    <ForgottenPage frame={await frameOf(c)} byMail={mailer !== null} {...shown} />
  )
  return new Hono<Env>()
    .get(paths.forgotten, async (c) =>
      c.html(await page(c, { email: '', asked: c.req.query('asked') !== undefined, problems: [] })),
    )
    .post(paths.forgotten, async (c) => {
      const email = first(await readFields(c), 'email')
      const typed = { email, asked: false }
      if (mailer === null) return c.html(await page(c, { ...typed, problems: [] }), 422)
      if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || email.length > LONGEST_EMAIL) {
        const problems = [{ field: 'email', message: 'users.email_wrong' } as const]
        return c.html(await page(c, { ...typed, problems }), 422)
      }
      const { address } = fromOf(c, site)
      const seconds = await askReset(deps, mailer, { email, address, publicUrl: site.publicUrl })
      if (seconds === 0) return c.redirect(`${paths.forgotten}?asked`, 303)
      c.header('Retry-After', String(seconds))
      return c.html(await page(c, { ...typed, problems: [waitProblem('email', seconds)] }), 429)
    })
}
