import { type Context, Hono } from 'hono'
import { PeoplePage, type PeoplePageProps } from '../../views/users/people-page'
import type { Deps } from '../deps'
import { naturally } from '../lib/text'
import type { Mailer } from '../notify/mailer'
import { partiesAt } from '../parties/party.store'
import { paths } from '../paths'
import { doerOf } from '../web/entry'
import { readFields } from '../web/form'
import { showOnce, takeShownOnce } from '../web/shown-once'
import { addUser } from './add-user'
import { findInvited } from './invitation.store'
import { readPerson } from './person'
import { typedPerson } from './person.form'
import { withSecondFactor } from './second-factor.store'
import { sendInvitation } from './send-invitation'
import { type FrameFor, type SignedIn, withRole } from './signed-in'
import type { Site } from './site'
import type { User } from './user'
import { allUsers, findUser } from './user.store'

type Shown = Partial<Pick<PeoplePageProps, 'adding' | 'editing' | 'link' | 'sent' | 'problems'>>

const NOTHING = { email: '', name: '', organisation: '', roles: [], party: '' }

/** Makes the page of everybody with an account, with what a request adds to it. */
export const peoplePages = (deps: Deps, frameOf: FrameFor) => async (c: Context<SignedIn>, shown: Shown) => (
  <PeoplePage
    frame={await frameOf(c)}
    people={await allUsers(deps.db.read)}
    secondFactors={await withSecondFactor(deps.db.read)}
    self={c.var.user.id}
    parties={await partyChoices(deps)}
    link={null}
    sent={null}
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

/** Brings a link to whom it is for: by mail, or to the administrator's eyes for this once. */
export const linkGiver =
  (deps: Deps, site: Site, mailer: Mailer | null) => async (c: Context, user: User, secret: string) => {
    const { publicUrl } = site
    if (await sendInvitation(deps, mailer, doerOf(c, site), { user, secret, publicUrl }))
      return c.redirect(`${paths.admin}?sent=${user.id}`, 303)
    showOnce(c, site, paths.admin, secret)
    return c.redirect(mailer === null ? paths.admin : `${paths.admin}?unsent`, 303)
  }

export function peopleRoutes(deps: Deps, site: Site, frameOf: FrameFor, mailer: Mailer | null) {
  const page = peoplePages(deps, frameOf)
  const give = linkGiver(deps, site, mailer)
  const admin = withRole('admin')
  const linkShown = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, paths.admin)
    const user = secret === null ? undefined : await findInvited(deps.db.read, secret, deps.clock())
    if (!user || secret === null) return null
    const address = `${site.publicUrl}${paths.invitation(secret)}`
    return { name: user.name, email: user.email, address, unsent: c.req.query('unsent') !== undefined }
  }
  const sentTo = async (c: Context<SignedIn>) => {
    const user = await findUser(deps.db.read, c.req.query('sent') ?? '')
    return user ? { name: user.name, email: user.email } : null
  }
  return new Hono<SignedIn>()
    .get(paths.admin, admin, async (c) =>
      c.html(await page(c, { link: await linkShown(c), sent: await sentTo(c) })),
    )
    .post(paths.admin, admin, async (c) => {
      const adding = typedPerson(await readFields(c))
      const form = readPerson(adding)
      if ('problems' in form) return c.html(await page(c, { adding, problems: form.problems }), 422)
      const added = await addUser(deps, doerOf(c, site), form.given)
      if (added.outcome === 'refused') return c.html(await page(c, { adding, problems: added.problems }), 422)
      return added.invitation === null ? c.redirect(paths.admin, 303) : give(c, added.user, added.invitation)
    })
}
