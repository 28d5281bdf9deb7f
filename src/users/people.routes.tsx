import { type Context, Hono } from 'hono'
import { PeoplePage, type PeoplePageProps } from '../../views/users/people-page'
import type { Deps } from '../deps'
import { naturally } from '../lib/text'
import { partiesAt } from '../parties/party.store'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { addUser } from './add-user'
import { findInvited } from './invitation.store'
import { readPerson } from './person'
import { typedPerson } from './person.form'
import { type FrameFor, type SignedIn, showOnce, takeShownOnce, withRole } from './signed-in'
import type { Site } from './site'
import { allUsers } from './user.store'

type Shown = Partial<Pick<PeoplePageProps, 'adding' | 'editing' | 'link' | 'problems'>>

const NOTHING = { email: '', name: '', organisation: '', roles: [], party: '' }

/** Makes the page of everybody with an account, with what a request adds to it. */
export const peoplePages = (deps: Deps, frameOf: FrameFor) => async (c: Context<SignedIn>, shown: Shown) => (
  <PeoplePage
    frame={await frameOf(c)}
    people={await allUsers(deps.db.read)}
    self={c.var.user.id}
    parties={await partyChoices(deps)}
    link={null}
    adding={NOTHING}
    editing={null}
    problems={[]}
    {...shown}
  />
)

/** The parties somebody can speak for, by name. */
async function partyChoices({ db }: Deps): Promise<PeoplePageProps['parties']> {
  const parties = await partiesAt(db.read, null)
  return parties
    .filter(({ party }) => party.withdrawn === null)
    .map(({ party }) => ({ value: party.slug, label: party.name }))
    .sort((a, b) => naturally(a.label, b.label))
}

export function peopleRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const page = peoplePages(deps, frameOf)
  const admin = withRole('admin')
  const linkShown = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, paths.admin)
    const user = secret === null ? undefined : await findInvited(deps.db.read, secret, deps.clock())
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
}
