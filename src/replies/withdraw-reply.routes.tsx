import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { WithdrawPage } from '../../views/status-reports/withdraw-page'
import { ReportCard } from '../../views/ui/report-card'
import { wordsIn } from '../../views/ui/words'
import type { Deps } from '../deps'
import { type NotWithdrawn, readReason, refusalOf } from '../ledger/withdraw'
import { type Fields, first, given } from '../lib/fields'
import { message } from '../messages/messages'
import { paths } from '../paths'
import type { FrameOf } from '../status-reports/report-pages'
import { replyWithdrawerOf } from '../status-reports/report-permissions'
import { reportInSight } from '../status-reports/report-sight.queries'
import { findReport } from '../status-reports/status-report.store'
import { signedIn, type SignedIn } from '../users/signed-in'
import type { User } from '../users/user'
import { onceOf, readFields } from '../web/form'
import type { Reply } from './reply'
import { findReply } from './reply.store'
import { withdrawReply } from './withdraw-reply'

/** The form that withdraws a party's reply to a finding. */
export const withdrawReplyRoutes = (deps: Deps, frameOf: FrameOf) =>
  new Hono<SignedIn>()
    .get('/replies/:id/withdraw', signedIn, async (c) => {
      const reply = await findReply(deps.db.read, c.req.param('id'))
      if (!reply) return c.notFound()
      withdrawerIn(c.var.user, reply)
      const state = reply.withdrawn ? refusalOf({ outcome: 'withdrawn already' }) : FRESH
      return formOf(deps, frameOf, c, reply, {}, state)
    })
    .post('/replies/:id/withdraw', signedIn, async (c) => {
      const reply = await findReply(deps.db.read, c.req.param('id'))
      if (!reply) return c.notFound()
      const actor = withdrawerIn(c.var.user, reply)
      const fields = await readFields(c)
      const withdrew = await withdrawReply(deps, reply, await reportOf(deps, reply), {
        actor,
        read: readReason(fields),
        once: onceOf(c, c.var.user.id, fields),
        answer: { status: 303, location: backFrom(reply) },
      })
      if (withdrew.outcome === 'no such thing') return c.notFound()
      if ('answer' in withdrew) return c.redirect(withdrew.answer.location, 303)
      return formOf(deps, frameOf, c, reply, fields, refusalOf(withdrew))
    })

const FRESH = { status: 200, problems: [], open: true } as const

const backFrom = (reply: Reply): string => `${paths.report(reply.report)}#reply-${reply.id}`

async function reportOf(deps: Deps, reply: Reply) {
  const report = await findReport(deps.db.read, reply.report, null)
  if (!report) throw new Error(`reply ${reply.id} answers no report`)
  return report
}

function withdrawerIn(user: User, reply: Reply) {
  const actor = replyWithdrawerOf(user, reply)
  if (!actor) throw new HTTPException(403, { message: message('en', 'filing.forbidden_withdraw') })
  return actor
}

async function formOf(
  deps: Deps,
  frameOf: FrameOf,
  c: Context,
  reply: Reply,
  fields: Fields,
  { status, ...state }: NotWithdrawn | typeof FRESH,
) {
  const frame = await frameOf(c)
  const { names, view } = await reportInSight(deps, await reportOf(deps, reply))
  const only = { ...view, replies: view.replies.filter(({ id }) => id === reply.id) }
  return c.html(
    <WithdrawPage
      {...state}
      frame={frame}
      title={wordsIn(frame.locale)('filing.withdraw_reply')}
      what={<ReportCard {...only} names={names} />}
      action={paths.withdrawReply(reply.id)}
      back={backFrom(reply)}
      reason={first(fields, 'reason')}
      idempotencyKey={given(fields, 'idempotency_key') ?? deps.newId()}
    />,
    status,
  )
}
