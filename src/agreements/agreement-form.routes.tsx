import { type Context, Hono } from 'hono'
import { AgreementFormPage } from '../../views/agreements/agreement-form-page'
import type { Deps } from '../deps'
import type { JsonObject } from '../lib/json'
import { fieldsSeen } from '../parties/changes'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { type Form, formFields } from '../parties/form'
import { partyChoices } from '../parties/party-form.routes'
import { partyNames } from '../parties/party.store'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import type { SignedIn } from '../users/signed-in'
import type { Agreement } from './agreement'
import { readAgreement } from './agreement.content'
import { agreementFieldsOf, readAgreementRevision, readNewAgreement } from './agreement.form'
import { findAgreement } from './agreement.store'
import { recordAgreement } from './record-agreement'
import { recordAgreementRevision } from './record-agreement-revision'
import { withdrawAgreement } from './withdraw-agreement'

/** The forms that add an agreement, revise it and withdraw it. */
export function agreementFormRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const { newAgreement, revision } = agreementForms(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (slug: string) => async () => {
    const found = await findAgreement(deps.db.read, slug, null)
    return found && withdrawable(found.agreement)
  }
  return new Hono<SignedIn>()
    .get('/agreements/new', editor, (c) => asked(c, deps, newAgreement(c)))
    .post('/agreements/new', editor, (c) =>
      sent(c, deps, newAgreement(c), (editing, typed) =>
        recordAgreement(deps, editing, readNewAgreement(typed)),
      ),
    )
    .get('/agreements/:slug/revise', editor, (c) => asked(c, deps, revision(c, c.req.param('slug'))))
    .post('/agreements/:slug/revise', editor, (c) => {
      const slug = c.req.param('slug')
      return sent(c, deps, revision(c, slug), (editing, typed) =>
        recordAgreementRevision(deps, editing, slug, readAgreementRevision(typed)),
      )
    })
    .get('/agreements/:slug/withdraw', editor, (c) => withdrawing.asked(c, doomed(c.req.param('slug'))))
    .post('/agreements/:slug/withdraw', editor, (c) => {
      const slug = c.req.param('slug')
      return withdrawing.sent(c, doomed(slug), (editing, read) =>
        withdrawAgreement(deps, editing, slug, read),
      )
    })
}

const withdrawable = ({ slug, title, withdrawn }: Agreement): Withdrawable => ({
  title: 'forms.withdraw_agreement',
  what: () => <p dir="auto">{title}</p>,
  withdrawn,
  action: paths.withdrawAgreement(slug),
  back: paths.agreement(slug),
})

function agreementForms(deps: Deps, frameOf: FrameOf) {
  const db = deps.db.read
  const surroundings = async (c: Context, form: Form) => ({
    form,
    frame: await frameOf(c),
    names: await partyNames(db, null),
    choices: await partyChoices(deps),
  })
  const newAgreement =
    (c: Context): Show =>
    async (form) => (
      <AgreementFormPage
        {...await surroundings(c, form)}
        fields={form.typed ?? {}}
        agreement={null}
        yours={null}
      />
    )
  const revision =
    (c: Context, slug: string): Show =>
    async (form) => {
      const found = await findAgreement(db, slug, null)
      if (!found || found.agreement.withdrawn) return null
      const stated = (fields: JsonObject) => agreementFieldsOf(readAgreement(fields))
      const seen = stated(fieldsSeen(found.wordings, form.overtakenAt ?? Infinity))
      const yours = form.overtakenAt === null ? null : readAgreementRevision(form.typed ?? {})
      return (
        <AgreementFormPage
          {...await surroundings(c, form)}
          fields={formFields(form, seen, agreementFieldsOf(found.agreement))}
          agreement={found.agreement}
          yours={yours && 'said' in yours ? yours.said.wording : null}
        />
      )
    }
  return { newAgreement, revision }
}
