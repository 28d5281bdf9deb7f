import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { WithdrawPage } from '../../views/status-reports/withdraw-page'
import { Go } from '../../views/ui/asked'
import { ReportCard } from '../../views/ui/report-card'
import { wordsIn } from '../../views/ui/words'
import type { Deps } from '../deps'
import { type NotWithdrawn, readReason, refusalOf } from '../ledger/withdraw'
import { type Fields, first, given } from '../lib/fields'
import { message } from '../messages/messages'
import { paths } from '../paths'
import { signedIn, type SignedIn } from '../users/signed-in'
import type { User } from '../users/user'
import { onceOf, readFields } from '../web/form'
import { signedInReader } from '../web/reader'
import type { FrameOf } from './report-pages'
import { correctorOf, withdrawerOf } from './report-permissions'
import { reportInSight } from './report-sight.queries'
import type { StatusReport } from './status-report'
import { findReport } from './status-report.store'
import { withdrawStatusReport } from './withdraw-status-report'

/** The form that withdraws a status report. */
export const withdrawReportRoutes = (deps: Deps, frameOf: FrameOf) =>
  new Hono<SignedIn>()
    .get('/reports/:id/withdraw', signedIn, async (c) => {
      const report = await findReport(deps.db.read, c.req.param('id'), null)
      if (!report) return c.notFound()
      withdrawerIn(c.var.user, report)
      const state = report.withdrawn ? refusalOf({ outcome: 'withdrawn already' }) : FRESH
      return formOf(deps, frameOf, c, c.var.user, report, {}, state)
    })
    .post('/reports/:id/withdraw', signedIn, async (c) => {
      const report = await findReport(deps.db.read, c.req.param('id'), null)
      if (!report) return c.notFound()
      const actor = withdrawerIn(c.var.user, report)
      const fields = await readFields(c)
      const withdrew = await withdrawStatusReport(deps, report, {
        actor,
        read: readReason(fields),
        once: onceOf(c, c.var.user.id, fields),
        answer: { status: 303, location: paths.report(report.id) },
      })
      if (withdrew.outcome === 'no such thing') return c.notFound()
      if ('answer' in withdrew) return c.redirect(withdrew.answer.location, 303)
      return formOf(deps, frameOf, c, c.var.user, report, fields, refusalOf(withdrew))
    })

const FRESH = { status: 200, problems: [], open: true } as const

function withdrawerIn(user: User, report: StatusReport) {
  const actor = withdrawerOf(user, report)
  if (!actor) throw new HTTPException(403, { message: message('en', 'filing.forbidden_withdraw') })
  return actor
}

async function formOf(
  deps: Deps,
  frameOf: FrameOf,
  c: Context,
  user: User,
  report: StatusReport,
  fields: Fields,
  { status, ...state }: NotWithdrawn | typeof FRESH,
) {
  const frame = await frameOf(c)
  const { names, view } = await reportInSight(deps, report, signedInReader(c, user))
  const t = wordsIn(frame.locale)
  const correct = `${paths.reportOn(report.measure.agreement, report.measure.code)}?corrects=${report.id}`
  const mayCorrect = view.correctedBy === null && correctorOf(user, report) !== undefined
  return c.html(
    <WithdrawPage
      {...state}
      frame={frame}
      title={t('filing.withdraw_report')}
      what={<ReportCard {...view} names={names} />}
      action={paths.withdrawReport(report.id)}
      back={paths.report(report.id)}
      reason={first(fields, 'reason')}
      idempotencyKey={given(fields, 'idempotency_key') ?? deps.newId()}
      instead={
        mayCorrect
          ? t.rich('filing.withdraw_correct', { a: (words) => <Go href={correct}>{words}</Go> })
          : null
      }
    />,
    status,
  )
}
