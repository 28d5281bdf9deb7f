import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ReplyPage } from '../../views/status-reports/reply-page'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { type Fields, first, given } from '../lib/fields'
import { message, type MessageKey } from '../messages/messages'
import type { Problem } from '../messages/problem'
import { paths } from '../paths'
import type { Place } from '../status-reports/report-context.store'
import type { FrameOf } from '../status-reports/report-pages'
import { replierTo } from '../status-reports/report-permissions'
import { placeOf, reportInSight } from '../status-reports/report-sight.queries'
import type { StatusReport } from '../status-reports/status-report'
import { findReport } from '../status-reports/status-report.store'
import { signedIn, type SignedIn } from '../users/signed-in'
import type { User } from '../users/user'
import { onceOf, readFields } from '../web/form'
import { recordReply } from './record-reply'
import { problemsWithReply } from './reply-rules'
import { readReplyForm } from './reply.form'

/** The form in which a party answers a finding. */
export const replyRoutes = (deps: Deps, frameOf: FrameOf) =>
  new Hono<SignedIn>()
    .get('/reports/:id/reply', signedIn, async (c) => {
      const report = await findReport(deps.db.read, c.req.param('id'), null)
      if (!report) return c.notFound()
      const place = await placeOf(deps.db.read, report)
      const actor = replierIn(c.var.user, place)
      const problems = problemsWithReply(actor.party, report, openParties(place))
      return formOf(deps, frameOf, c, report, actor, { problems, status: problems.length > 0 ? 422 : 200 })
    })
    .post('/reports/:id/reply', signedIn, async (c) => {
      const report = await findReport(deps.db.read, c.req.param('id'), null)
      if (!report) return c.notFound()
      const actor = replierIn(c.var.user, await placeOf(deps.db.read, report))
      const fields = await readFields(c)
      const replied = await recordReply(deps, {
        actor,
        report: report.id,
        read: readReplyForm(fields),
        once: onceOf(c, c.var.user.id, fields),
        answer: (id) => ({ status: 303, location: `${paths.report(report.id)}#reply-${id}` }),
      })
      switch (replied.outcome) {
        case 'recorded':
        case 'repeated':
          return c.redirect(replied.answer.location, 303)
        case 'refused':
          return formOf(deps, frameOf, c, report, actor, { fields, problems: replied.problems, status: 422 })
        case 'key reused':
          return formOf(deps, frameOf, c, report, actor, {
            fields: { ...fields, idempotency_key: [] },
            notice: 'filing.key_reused',
            status: 409,
          })
        case 'no such report':
          return c.notFound()
      }
    })

function replierIn(user: User, { agreement }: Place): Actor {
  const actor = replierTo(user, agreement.parties)
  if (!actor) throw new HTTPException(403, { message: message('en', 'filing.forbidden_reply') })
  return actor
}

const openParties = ({ agreement, measure }: Place): string[] | null =>
  agreement.withdrawn || measure.withdrawn ? null : agreement.parties

interface Shown {
  fields?: Fields
  problems?: readonly Problem[]
  notice?: MessageKey
  status: 200 | 409 | 422
}

async function formOf(
  deps: Deps,
  frameOf: FrameOf,
  c: Context,
  report: StatusReport,
  actor: Actor,
  { fields = {}, problems = [], notice, status }: Shown,
) {
  const { place, names, view } = await reportInSight(deps, report)
  return c.html(
    <ReplyPage
      frame={await frameOf(c)}
      names={names}
      place={place}
      view={view}
      party={actor.party ?? ''}
      text={first(fields, 'text')}
      idempotencyKey={given(fields, 'idempotency_key') ?? deps.newId()}
      problems={problems}
      notice={notice}
    />,
    status,
  )
}
