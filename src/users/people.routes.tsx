import { type Context, Hono } from 'hono'
import { PeoplePage, type PeoplePageProps } from '../../views/users/people-page'
import type { Deps } from '../deps'
import { type Fields, first } from '../lib/fields'
import { naturally } from '../lib/text'
import type { Problem } from '../messages/problem'
import { partiesAt } from '../parties/party.store'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { addUser } from './add-user'
import { changeDuties } from './change-duties'
import { disableUser, enableUser } from './disable-user'
import { findInvited } from './invitation.store'
import { inviteUser } from './invite-user'
import { readDuties, readPerson } from './person'
import { type FrameFor, type SignedIn, showOnce, takeShownOnce, withRole } from './signed-in'
import type { Site } from './site'
import { allUsers } from './user.store'

type Shown = Partial<Pick<PeoplePageProps, 'adding' | 'editing' | 'link' | 'problems'>>

const NOTHING = { email: '', name: '', organisation: '', roles: [], party: '' }
const PERSON = `${paths.admin}/:id{[0-9a-f-]{36}}` as const
const admin = withRole('admin')

export function peopleRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (c: Context<SignedIn>, shown: Shown) => (
    <PeoplePage
      frame={await frameOf(c)}
      people={await allUsers(read)}
      self={c.var.user.id}
      parties={await partyChoices(deps)}
      link={null}
      adding={NOTHING}
      editing={null}
      problems={[]}
      {...shown}
    />
  )
  const linkShown = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, paths.admin)
    const user = secret === null ? undefined : await findInvited(read, secret, deps.clock())
    if (!user || secret === null) return null
    return { name: user.name, email: user.email, address: `${site.publicUrl}${paths.invitation(secret)}` }
  }
  return new Hono<SignedIn>()
    .get(paths.admin, admin, async (c) => c.html(await page(c, { link: await linkShown(c) })))
    .post(paths.admin, admin, async (c) => {
      const adding = typedPerson(await readFields(c))
      const form = readPerson(adding)
      if ('problems' in form) return c.html(await page(c, { adding, problems: form.problems }), 422)
      const added = await addUser(deps, form.given)
      if (added.outcome === 'refused') return c.html(await page(c, { adding, problems: added.problems }), 422)
      if (added.invitation !== null) showOnce(c, site, paths.admin, added.invitation)
      return c.redirect(paths.admin, 303)
    })
    .post(`${PERSON}/roles`, admin, async (c) => {
      const id = c.req.param('id')
      const typed = typedDuties(await readFields(c))
      const refused = async (problems: Problem[]) =>
        c.html(await page(c, { editing: { id, typed }, problems: problems.map(of(id)) }), 422)
      const form = readDuties(typed)
      if ('problems' in form) return refused(form.problems)
      const changed = await changeDuties(deps, c.var.user, id, form.given)
      if (changed.outcome === 'refused') return refused(changed.problems)
      return changed.outcome === 'unknown' ? c.notFound() : c.redirect(anchor(id), 303)
    })
    .post(`${PERSON}/disable`, admin, async (c) => {
      const id = c.req.param('id')
      if (id === c.var.user.id)
        return c.html(await page(c, { problems: [about(id, 'users.own_disable')] }), 422)
      return (await disableUser(deps, id)) ? c.redirect(anchor(id), 303) : c.notFound()
    })
    .post(`${PERSON}/enable`, admin, async (c) => {
      const id = c.req.param('id')
      return (await enableUser(deps, id)) ? c.redirect(anchor(id), 303) : c.notFound()
    })
    .post(`${PERSON}/invite`, admin, async (c) => {
      const id = c.req.param('id')
      const invited = await inviteUser(deps, id)
      if (invited.outcome === 'unknown') return c.notFound()
      if (invited.outcome === 'disabled')
        return c.html(await page(c, { problems: [about(id, 'users.disabled_no_link')] }), 422)
      showOnce(c, site, paths.admin, invited.secret)
      return c.redirect(paths.admin, 303)
    })
}

const anchor = (id: string): string => `${paths.admin}#person-${id}`
const of =
  (id: string) =>
  (problem: Problem): Problem => ({ ...problem, field: `${problem.field}.${id}` })
const about = (id: string, message: Problem['message']): Problem => of(id)({ field: 'roles', message })

const typedDuties = (fields: Fields) => ({
  roles: [...(fields['roles'] ?? [])],
  party: first(fields, 'party'),
})

const typedPerson = (fields: Fields) => ({
  email: first(fields, 'email'),
  name: first(fields, 'name'),
  organisation: first(fields, 'organisation'),
  ...typedDuties(fields),
})

/** The parties somebody can speak for, by name. */
async function partyChoices({ db }: Deps): Promise<PeoplePageProps['parties']> {
  const parties = await partiesAt(db.read, null)
  return parties
    .filter(({ party }) => party.withdrawn === null)
    .map(({ party }) => ({ value: party.slug, label: party.name }))
    .sort((a, b) => naturally(a.label, b.label))
}
