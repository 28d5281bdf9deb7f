import { type Context, Hono } from 'hono'
import { DeadlineFormPage } from '../../views/deadlines/deadline-form-page'
import { DayText } from '../../views/ui/day'
import type { Words } from '../../views/ui/words'
import type { Deps } from '../deps'
import { dayOf } from '../lib/dates'
import { findStanding, findStandingById } from '../measures/place.store'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { partyNames } from '../parties/party.store'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import { standingsAt } from '../standing/standing.store'
import type { SignedIn } from '../users/signed-in'
import { type Deadline, inForce } from './deadline'
import { readDeadlineForm } from './deadline.form'
import { deadlinesAt } from './deadline.store'
import { recordDeadline } from './record-deadline'
import { withdrawDeadline } from './withdraw-deadline'

/** The forms that record a deadline decision and withdraw one. */
export function deadlineRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const decision = deadlineForm(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (id: string) => () => findWithdrawable(deps, id)
  return new Hono<SignedIn>()
    .get('/agreements/:slug/measures/:code/deadline', editor, (c) =>
      asked(c, deps, decision(c, c.req.param())),
    )
    .post('/agreements/:slug/measures/:code/deadline', editor, (c) => {
      const place = c.req.param()
      return sent(c, deps, decision(c, place), (editing, typed) =>
        recordDeadline(deps, editing, place, readDeadlineForm(typed)),
      )
    })
    .get('/deadlines/:id/withdraw', editor, (c) => withdrawing.asked(c, doomed(c.req.param('id'))))
    .post('/deadlines/:id/withdraw', editor, (c) => {
      const id = c.req.param('id')
      return withdrawing.sent(c, doomed(id), (editing, read) => withdrawDeadline(deps, editing, id, read))
    })
}

const deadlineForm =
  (deps: Deps, frameOf: FrameOf) =>
  (c: Context, { slug, code }: { slug: string; code: string }): Show =>
  async (form) => {
    const db = deps.db.read
    const place = await findStanding(db, slug, code)
    if (!place) return null
    const { id } = place.measure
    const today = dayOf(deps.clock())
    const standing = (await standingsAt(db, [place], { asOf: today, knownAt: null })).get(id)
    if (!standing) return null
    const decisions = await deadlinesAt(db, null, { measureIds: [id] })
    return (
      <DeadlineFormPage
        frame={await frameOf(c)}
        names={await partyNames(db, null)}
        form={form}
        fields={form.typed ?? {}}
        place={place}
        standing={standing}
        decisions={decisions}
        inForce={inForce(decisions, today)}
      />
    )
  }

async function findWithdrawable({ db }: Deps, id: string): Promise<Withdrawable | undefined> {
  const [deadline] = await deadlinesAt(db.read, null, { ids: [id] })
  const place = deadline && (await findStandingById(db.read, deadline.measureId))
  if (!deadline || !place) return undefined
  const { agreement, code, title } = place.measure
  return {
    title: 'forms.withdraw_deadline',
    what: (t) => (
      <>
        <p dir="auto">{title}</p>
        <p>{decisionWords(t, deadline)}</p>
      </>
    ),
    withdrawn: deadline.withdrawn,
    action: paths.withdrawDeadline(id),
    back: paths.measure(agreement, code),
  }
}

function decisionWords(t: Words, { dueOn, dueOnPrecision, decidedOn, decidedOnPrecision }: Deadline) {
  const decided = <DayText day={decidedOn} precision={decidedOnPrecision} />
  if (dueOn === null) return t.rich('forms.deadline.what_lifted', { decided })
  return t.rich('forms.deadline.what', { decided, day: <DayText day={dueOn} precision={dueOnPrecision} /> })
}
