import { type Context, Hono } from 'hono'
import { ObservationFormPage } from '../../views/observations/observation-form-page'
import { DayText } from '../../views/ui/day'
import type { Deps } from '../deps'
import type { Fields } from '../lib/fields'
import { findStanding, findStandingById } from '../measures/place.store'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import type { SignedIn } from '../users/signed-in'
import { problemsWithObserving } from './observation-rules'
import { readObservationForm } from './observation.form'
import { observationsAt } from './observation.store'
import { recordObservation } from './record-observation'
import { withdrawObservation } from './withdraw-observation'

/** The forms that add a figure or occurrence to a measure, and withdraw one. */
export function observationRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const observation = observationForm(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (id: string) => () => findWithdrawable(deps, id)
  return new Hono<SignedIn>()
    .get('/agreements/:slug/measures/:code/observation', editor, (c) =>
      asked(c, deps, observation(c, c.req.param())),
    )
    .post('/agreements/:slug/measures/:code/observation', editor, (c) => {
      const place = c.req.param()
      return sent(c, deps, observation(c, place), (editing, typed) =>
        recordObservation(deps, editing, place, readObservationForm(typed)),
      )
    })
    .get('/observations/:id/withdraw', editor, (c) => withdrawing.asked(c, doomed(c.req.param('id'))))
    .post('/observations/:id/withdraw', editor, (c) => {
      const id = c.req.param('id')
      return withdrawing.sent(c, doomed(id), (editing, read) => withdrawObservation(deps, editing, id, read))
    })
}

const observationForm =
  (deps: Deps, frameOf: FrameOf) =>
  (c: Context, { slug, code }: { slug: string; code: string }): Show =>
  async (form) => {
    const place = await findStanding(deps.db.read, slug, code)
    if (!place) return null
    const { obligation, target } = place.measure
    // Said before anybody fills the form in for nothing.
    const problems = form.typed === null ? problemsWithObserving(obligation) : form.problems
    const fresh: Fields = target?.unit ? { unit: [target.unit] } : {}
    return (
      <ObservationFormPage
        frame={await frameOf(c)}
        form={{ ...form, problems }}
        fields={form.typed ?? fresh}
        place={place}
      />
    )
  }

async function findWithdrawable({ db }: Deps, id: string): Promise<Withdrawable | undefined> {
  const [found] = await observationsAt(db.read, null, { ids: [id] })
  const place = found && (await findStandingById(db.read, found.measureId))
  if (!found || !place) return undefined
  const { agreement, code, title } = place.measure
  const { observedOn, observedOnPrecision, note } = found
  return {
    title: 'forms.withdraw_observation',
    what: (t) => (
      <>
        <p dir="auto">{title}</p>
        <p>
          {t.rich('forms.observation.what', {
            day: <DayText day={observedOn} precision={observedOnPrecision} />,
          })}
        </p>
        {note === null ? null : <p dir="auto">{note}</p>}
      </>
    ),
    withdrawn: found.withdrawn,
    action: paths.withdrawObservation(id),
    back: paths.measure(agreement, code),
  }
}
