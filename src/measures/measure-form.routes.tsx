import { type Context, Hono } from 'hono'
import { MeasureFormPage } from '../../views/measures/measure-form-page'
import { findAgreement } from '../agreements/agreement.store'
import { decidedDays } from '../deadlines/deadline'
import { deadlinesAt } from '../deadlines/deadline.store'
import type { Deps } from '../deps'
import type { JsonObject } from '../lib/json'
import { fieldsSeen } from '../parties/changes'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { type Form, formFields } from '../parties/form'
import { partyNames } from '../parties/party.store'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import type { SignedIn } from '../users/signed-in'
import type { Measure } from './measure'
import { readMeasure } from './measure.content'
import { implementabilityTyped, measureFieldsOf, readMeasureRevision, readNewMeasure } from './measure.form'
import { findPlaced, findStanding } from './place.store'
import { recordMeasure } from './record-measure'
import { recordMeasureRevision } from './record-measure-revision'
import { withdrawMeasure } from './withdraw-measure'

/** The forms that add a measure to an agreement, revise it and withdraw it. */
export function measureFormRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const { newMeasure, revision } = measureForms(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (place: Place) => async () => {
    const found = await findPlaced(deps.db.read, place.slug, place.code)
    return found && withdrawable(found.measure)
  }
  return new Hono<SignedIn>()
    .get('/agreements/:slug/measures/new', editor, (c) => asked(c, deps, newMeasure(c, c.req.param('slug'))))
    .post('/agreements/:slug/measures/new', editor, (c) => {
      const slug = c.req.param('slug')
      return sent(c, deps, newMeasure(c, slug), (editing, typed) =>
        recordMeasure(deps, editing, slug, readNewMeasure(typed)),
      )
    })
    .get('/agreements/:slug/measures/:code/revise', editor, (c) => asked(c, deps, revision(c, c.req.param())))
    .post('/agreements/:slug/measures/:code/revise', editor, (c) => {
      const place = c.req.param()
      return sent(c, deps, revision(c, place), (editing, typed) =>
        recordMeasureRevision(deps, editing, place, readMeasureRevision(typed)),
      )
    })
    .get('/agreements/:slug/measures/:code/withdraw', editor, (c) =>
      withdrawing.asked(c, doomed(c.req.param())),
    )
    .post('/agreements/:slug/measures/:code/withdraw', editor, (c) => {
      const place = c.req.param()
      return withdrawing.sent(c, doomed(place), (editing, read) =>
        withdrawMeasure(deps, editing, place, read),
      )
    })
}

interface Place {
  slug: string
  code: string
}

const withdrawable = ({ agreement, code, title, withdrawn }: Measure): Withdrawable => ({
  title: 'forms.withdraw_measure',
  what: () => <p dir="auto">{title}</p>,
  withdrawn,
  action: paths.withdrawMeasure(agreement, code),
  back: paths.measure(agreement, code),
})

function measureForms(deps: Deps, frameOf: FrameOf) {
  const db = deps.db.read
  const surroundings = async (c: Context, form: Form) => ({
    form,
    frame: await frameOf(c),
    names: await partyNames(db, null),
  })
  const newMeasure =
    (c: Context, slug: string): Show =>
    async (form) => {
      const found = await findAgreement(db, slug, null)
      if (!found || found.agreement.withdrawn) return null
      return (
        <MeasureFormPage
          {...await surroundings(c, form)}
          fields={form.typed ?? {}}
          agreement={found.agreement}
          measure={null}
          yours={null}
          implementability={implementabilityTyped(form.typed ?? {}, {
            deadlinesDecidedOn: [],
            concludedOn: found.agreement.concludedOn,
          })}
        />
      )
    }
  const revision =
    (c: Context, { slug, code }: Place): Show =>
    async (form) => {
      const found = await findStanding(db, slug, code)
      if (!found) return null
      const stated = (fields: JsonObject) => measureFieldsOf(readMeasure(fields))
      const seen = stated(fieldsSeen(found.wordings, form.overtakenAt ?? Infinity))
      const yours = form.overtakenAt === null ? null : readMeasureRevision(form.typed ?? {})
      const fields = formFields(form, seen, measureFieldsOf(found.measure))
      return (
        <MeasureFormPage
          {...await surroundings(c, form)}
          fields={fields}
          agreement={found.agreement}
          measure={found.measure}
          yours={yours && 'said' in yours ? yours.said.wording : null}
          implementability={implementabilityTyped(fields, {
            deadlinesDecidedOn: decidedDays(await deadlinesAt(db, null, { measureIds: [found.measure.id] })),
            concludedOn: found.agreement.concludedOn,
          })}
        />
      )
    }
  return { newMeasure, revision }
}
