import { Hono } from 'hono'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import type { Mailer } from '../notify/mailer'
import { paths } from '../paths'
import { doerOf } from '../web/entry'
import { readFields } from '../web/form'
import { changeDuties } from './change-duties'
import { disableUser, enableUser } from './disable-user'
import { inviteUser } from './invite-user'
import { linkGiver, peoplePages } from './people.routes'
import { readDuties } from './person'
import { typedDuties } from './person.form'
import { removeSecondFactor } from './remove-second-factor'
import { type FrameFor, type SignedIn, withRole } from './signed-in'
import type { Site } from './site'

const PERSON = '/admin/people/:id{[0-9a-f-]{36}}'

export function personRoutes(deps: Deps, site: Site, frameOf: FrameFor, mailer: Mailer | null) {
  const page = peoplePages(deps, frameOf)
  const give = linkGiver(deps, site, mailer)
  const admin = withRole('admin')
  return new Hono<SignedIn>()
    .post(`${PERSON}/roles`, admin, async (c) => {
      const id = c.req.param('id')
      const typed = typedDuties(await readFields(c))
      const refused = async (problems: Problem[]) =>
        c.html(await page(c, { editing: { id, typed }, problems: problems.map(of(id)) }), 422)
      const form = readDuties(typed)
      if ('problems' in form) return refused(form.problems)
      const changed = await changeDuties(deps, doerOf(c, site), id, form.given)
      if (changed.outcome === 'refused') return refused(changed.problems)
      return changed.outcome === 'unknown' ? c.notFound() : c.redirect(anchor(id), 303)
    })
    .post(`${PERSON}/disable`, admin, async (c) => {
      const id = c.req.param('id')
      if (id === c.var.user.id)
        return c.html(await page(c, { problems: [about(id, 'users.own_disable')] }), 422)
      return (await disableUser(deps, doerOf(c, site), id)) ? c.redirect(anchor(id), 303) : c.notFound()
    })
    .post(`${PERSON}/enable`, admin, async (c) => {
      const id = c.req.param('id')
      return (await enableUser(deps, doerOf(c, site), id)) ? c.redirect(anchor(id), 303) : c.notFound()
    })
    .post(`${PERSON}/invite`, admin, async (c) => {
      const id = c.req.param('id')
      const invited = await inviteUser(deps, doerOf(c, site), id)
      if (invited.outcome === 'unknown') return c.notFound()
      if (invited.outcome === 'disabled')
        return c.html(await page(c, { problems: [about(id, 'users.disabled_no_link')] }), 422)
      return give(c, invited.user, invited.secret)
    })
    .post(`${PERSON}/remove-second-factor`, admin, async (c) => {
      const id = c.req.param('id')
      if (id === c.var.user.id)
        return c.html(await page(c, { problems: [about(id, 'users.own_second_factor')] }), 422)
      const done = await removeSecondFactor(deps, doerOf(c, site), id)
      return done ? c.redirect(anchor(id), 303) : c.notFound()
    })
}

const anchor = (id: string): string => `${paths.admin}#person-${id}`

// Each person's form has fields of its own on the page.
const of =
  (id: string) =>
  (problem: Problem): Problem => ({ ...problem, field: `${problem.field}.${id}` })
const about = (id: string, message: Problem['message']): Problem => of(id)({ field: 'roles', message })
