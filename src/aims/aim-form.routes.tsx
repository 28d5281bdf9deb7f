import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AimFormPage } from '../../views/aims/aim-form-page'
import { VerdictLine } from '../../views/aims/assessment-item'
import { AssessmentFormPage } from '../../views/aims/assessment-form-page'
import { findAgreement } from '../agreements/agreement.store'
import type { Deps } from '../deps'
import { message } from '../messages/messages'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { partyNames } from '../parties/party.store'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import type { By } from '../status-reports/status-report'
import { type SignedIn, withRole } from '../users/signed-in'
import type { User } from '../users/user'
import { viewedBy } from './aim-views'
import { assessorOf, channelsOf, withdrawerOf } from './aim-permissions'
import { channelIn, readAimForm, readAssessmentForm } from './aim.form'
import { type AimPlace, findAim, findAssessment } from './find-aim.store'
import { recordAim } from './record-aim'
import { recordAssessment } from './record-assessment'
import { withdrawAim, withdrawAssessment } from './withdraw-aim'

const assessor = withRole('verifier', 'editor')

/** The forms that add an aim to an agreement, assess it, and withdraw either. */
export function aimFormRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const { newAim, assessment } = aimForms(deps, frameOf)
  const withdrawing = withdrawal(deps, frameOf)
  const doomedAim = (place: AimPlace) => () => withdrawableAim(deps, place)
  const doomed = (c: Context<SignedIn>, id: string) => () => withdrawableAssessment(deps, c.var.user, id)
  return new Hono<SignedIn>()
    .get('/agreements/:slug/aims/new', editor, (c) => asked(c, deps, newAim(c, c.req.param('slug'))))
    .post('/agreements/:slug/aims/new', editor, (c) => {
      const slug = c.req.param('slug')
      return sent(c, deps, newAim(c, slug), (editing, typed) =>
        recordAim(deps, editing, slug, readAimForm(typed)),
      )
    })
    .get('/agreements/:slug/aims/:code/assess', assessor, (c) => asked(c, deps, assessment(c, c.req.param())))
    .post('/agreements/:slug/aims/:code/assess', assessor, (c) => {
      const place = c.req.param()
      const { user } = c.var
      const usual = channelsOf(user)[0] ?? 'own'
      return sent(
        c,
        deps,
        assessment(c, place),
        (editing, typed) => {
          const channel = channelIn(typed, usual) ?? usual
          const assessing = { ...editing, channel, account: accountOf(user) }
          return recordAssessment(deps, assessing, place, readAssessmentForm(typed))
        },
        (who, typed) => assessorOf(who, channelIn(typed, usual)),
      )
    })
    .get('/agreements/:slug/aims/:code/withdraw', editor, (c) =>
      withdrawing.asked(c, doomedAim(c.req.param())),
    )
    .post('/agreements/:slug/aims/:code/withdraw', editor, (c) => {
      const place = c.req.param()
      return withdrawing.sent(c, doomedAim(place), (editing, read) => withdrawAim(deps, editing, place, read))
    })
    .get('/assessments/:id/withdraw', assessor, (c) => withdrawing.asked(c, doomed(c, c.req.param('id'))))
    .post('/assessments/:id/withdraw', assessor, async (c) => {
      const id = c.req.param('id')
      const found = await findAssessment(deps.db.read, id)
      if (!found) return c.notFound()
      return withdrawing.sent(
        c,
        doomed(c, id),
        (editing, read) => withdrawAssessment(deps, editing, id, read),
        (user) => withdrawerOf(user, found.assessment),
      )
    })
}

const accountOf = ({ name, organisation }: User): By => ({ name, ...(organisation && { organisation }) })

function aimForms(deps: Deps, frameOf: FrameOf) {
  const db = deps.db.read
  const newAim =
    (c: Context, slug: string): Show =>
    async (form) => {
      const found = await findAgreement(db, slug, null)
      if (!found || found.agreement.withdrawn) return null
      return (
        <AimFormPage
          frame={await frameOf(c)}
          form={form}
          fields={form.typed ?? {}}
          agreement={found.agreement}
        />
      )
    }
  const assessment =
    (c: Context<SignedIn>, place: AimPlace): Show =>
    async (form) => {
      const found = await findAim(db, place)
      if (!found || found.aim.withdrawn) return null
      const { overtakenAt } = form
      const newer = found.aim.assessments.filter(({ entry }) => overtakenAt !== null && entry > overtakenAt)
      return (
        <AssessmentFormPage
          frame={await frameOf(c)}
          names={await partyNames(db, null)}
          form={form}
          fields={form.typed ?? {}}
          agreement={found.agreement}
          aim={found.aim}
          channels={channelsOf(c.var.user)}
          newer={newer.map(viewedBy(null))}
        />
      )
    }
  return { newAim, assessment }
}

async function withdrawableAim(deps: Deps, place: AimPlace): Promise<Withdrawable | undefined> {
  const found = await findAim(deps.db.read, place)
  return (
    found && {
      title: 'aims.withdraw_aim_title',
      what: () => <p dir="auto">{found.aim.title}</p>,
      withdrawn: found.aim.withdrawn,
      action: paths.withdrawAim(place.slug, place.code),
      back: paths.aim(place.slug, place.code),
    }
  )
}

/** Who may not withdraw it is told so before they type a reason. */
async function withdrawableAssessment(deps: Deps, user: User, id: string): Promise<Withdrawable | undefined> {
  const found = await findAssessment(deps.db.read, id)
  if (!found) return undefined
  if (!withdrawerOf(user, found.assessment))
    throw new HTTPException(403, { message: message('en', 'filing.forbidden_withdraw') })
  return {
    title: 'aims.withdraw_assessment_title',
    what: () => <VerdictLine assessment={found.assessment} />,
    withdrawn: found.assessment.withdrawn,
    action: paths.withdrawAssessment(id),
    back: `${paths.aim(found.agreement.slug, found.aim.code)}#assessment-${id}`,
  }
}
