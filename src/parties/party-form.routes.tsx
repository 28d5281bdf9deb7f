import { type Context, Hono } from 'hono'
import { PartyFormPage } from '../../views/parties/party-form-page'
import type { Choice } from '../../views/ui/controls'
import type { Deps } from '../deps'
import type { JsonObject } from '../lib/json'
import { naturally } from '../lib/text'
import { paths } from '../paths'
import type { SignedIn } from '../users/signed-in'
import { fieldsSeen } from './changes'
import { asked, editor, type FrameOf, sent, type Show } from './editor.routes'
import { type Form, formFields } from './form'
import type { Party } from './party'
import { readParty } from './party.content'
import { partyFieldsOf, readNewParty, readPartyRevision } from './party.form'
import { findParty, partiesAt, partyNames } from './party.store'
import { recordParty } from './record-party'
import { recordPartyRevision } from './record-party-revision'
import { type Withdrawable, withdrawal } from './withdraw-form.routes'
import { withdrawParty } from './withdraw-party'

/** The forms that add a party, revise it and withdraw it. */
export function partyFormRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const { newParty, revision } = partyForms(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (slug: string) => async () => {
    const found = await findParty(deps.db.read, slug, null)
    return found && withdrawable(found.party)
  }
  return new Hono<SignedIn>()
    .get('/parties/new', editor, (c) => asked(c, deps, newParty(c)))
    .post('/parties/new', editor, (c) =>
      sent(c, deps, newParty(c), (editing, typed) => recordParty(deps, editing, readNewParty(typed))),
    )
    .get('/parties/:slug/revise', editor, (c) => asked(c, deps, revision(c, c.req.param('slug'))))
    .post('/parties/:slug/revise', editor, (c) => {
      const slug = c.req.param('slug')
      return sent(c, deps, revision(c, slug), (editing, typed) =>
        recordPartyRevision(deps, editing, slug, readPartyRevision(typed)),
      )
    })
    .get('/parties/:slug/withdraw', editor, (c) => withdrawing.asked(c, doomed(c.req.param('slug'))))
    .post('/parties/:slug/withdraw', editor, (c) => {
      const slug = c.req.param('slug')
      return withdrawing.sent(c, doomed(slug), (editing, read) => withdrawParty(deps, editing, slug, read))
    })
}

const withdrawable = ({ slug, name, withdrawn }: Party): Withdrawable => ({
  title: 'forms.withdraw_party',
  what: () => <p dir="auto">{name}</p>,
  withdrawn,
  action: paths.withdrawParty(slug),
  back: paths.party(slug),
})

function partyForms(deps: Deps, frameOf: FrameOf) {
  const db = deps.db.read
  const surroundings = async (c: Context, form: Form) => ({
    form,
    frame: await frameOf(c),
    names: await partyNames(db, null),
  })
  const newParty =
    (c: Context): Show =>
    async (form) => (
      <PartyFormPage
        {...await surroundings(c, form)}
        fields={form.typed ?? {}}
        choices={await partyChoices(deps)}
        party={null}
        yours={null}
      />
    )
  const revision =
    (c: Context, slug: string): Show =>
    async (form) => {
      const found = await findParty(db, slug, null)
      if (!found || found.party.withdrawn) return null
      const stated = (fields: JsonObject) => partyFieldsOf(readParty(fields))
      const seen = stated(fieldsSeen(found.wordings, form.overtakenAt ?? Infinity))
      const yours = form.overtakenAt === null ? null : readPartyRevision(form.typed ?? {})
      return (
        <PartyFormPage
          {...await surroundings(c, form)}
          fields={formFields(form, seen, partyFieldsOf(found.party))}
          choices={(await partyChoices(deps)).filter(({ value }) => value !== slug)}
          party={{ slug, wording: found.party }}
          yours={yours && 'said' in yours ? yours.said.wording : null}
        />
      )
    }
  return { newParty, revision }
}

/** The parties of the register that stand, by name. */
export async function partyChoices(deps: Deps): Promise<Choice[]> {
  const parties = await partiesAt(deps.db.read, null)
  return parties
    .filter(({ party }) => !party.withdrawn)
    .map(({ party }) => ({ value: party.slug, label: party.name }))
    .sort((a, b) => naturally(a.label, b.label))
}
