import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Config } from '../config'
import type { Deps } from '../deps'
import { keptForStranger } from '../drafts/kept-pages'
import { onceDigest } from '../ledger/once.store'
import { dayOf } from '../lib/dates'
import { type Fields, given } from '../lib/fields'
import { message, type MessageKey } from '../messages/messages'
import { findStanding } from '../measures/place.store'
import { paths } from '../paths'
import { penFor } from '../users/pens'
import { readerOf } from '../users/reader'
import { signedIn, type SignedIn } from '../users/signed-in'
import type { User } from '../users/user'
import { onceOf } from '../web/form'
import { readSentForm } from '../web/sent-form'
import { keepSentFiles } from '../web/sent-files'
import { answerPreview, answerRecorded, answerSaved } from './report-answers'
import { type Place, reportContext } from './report-context.store'
import { type FrameOf, reportPages } from './report-pages'
import { correctorOf, offerTo } from './report-permissions'
import { problemsWithCorrection } from './report-rules'
import { blankValues, EVIDENCE_BLOCKS, type ReportValues, valuesIn, valuesOf } from './report-values'
import { CHANNELS, KINDS, type StatusReport } from './status-report'
import { type ReadForm, readReportForm, saidIn, withProblems } from './status-report.form'
import { findReport } from './status-report.store'

const forbidden = (key: MessageKey) => new HTTPException(403, { message: message('en', key) })

/** The form of a status report: shown, looked at before it is recorded, and recorded. */
export const reportRoutes = (deps: Deps, { fourEyes }: Pick<Config, 'fourEyes'>, frameOf: FrameOf) =>
  new Hono<SignedIn>()
    .get('/agreements/:slug/measures/:code/report', signedIn, async (c) => {
      const place = await findStanding(deps.db.read, c.req.param('slug'), c.req.param('code'))
      if (!place) return c.notFound()
      const { user } = c.var
      const pages = reportPages({ deps, frameOf, fourEyes, user }, c, place, offerIn(place, user))
      const corrects = c.req.query('corrects')
      if (!corrects) return pages.form({ values: blankValues(dayOf(deps.clock())) })
      const report = await findReport(deps.db.read, corrects, null, readerOf(c.var.user))
      if (!report || !isOn(place, report)) return c.notFound()
      const problems = await correctionProblems(deps, place, report, c.var.user)
      return pages.form({ values: valuesOf(report), problems, status: problems.length > 0 ? 422 : 200 })
    })
    .post('/agreements/:slug/measures/:code/report', keptForStranger(frameOf), signedIn, async (c) => {
      const [slug, code] = [c.req.param('slug'), c.req.param('code')]
      const place = await findStanding(deps.db.read, slug, code)
      if (!place) return c.notFound()
      const { user } = c.var
      const pages = reportPages({ deps, frameOf, fourEyes, user }, c, place, offerIn(place, user))
      const sent = await readSentForm(c)
      const actor = penFor(user, sayerIn(valuesIn(sent.fields)))
      const saving = given(sent.fields, 'save') !== undefined
      if (!actor && !saving) throw forbidden('filing.forbidden')
      const { fields, problems } = await keepSentFiles(deps, readerOf(user), sent)
      const form = withProblems(readReportForm(fields, user), problems)
      const { values, read, seen } = form
      const where = { agreement: slug, code }
      if (saving && problems.length === 0)
        return answerSaved(deps, c, pages, { userId: user.id, place: where, values })
      if (!actor || saving || (given(fields, 'change') ?? given(fields, 'more'))) {
        const status = problems.length > 0 ? 422 : 200
        return pages.form({ values, problems, blocks: blocksWanted(fields, values), status })
      }
      const filing = { actor, place: where, read, seen }
      if (given(fields, 'preview')) return answerPreview(deps, c, pages, values, filing)
      return answerRecorded(deps, c, pages, values, {
        ...filing,
        once: onceIn(c, user.id, fields, form),
        answer: (id) => ({ status: 303, location: `${paths.measure(slug, code)}#report-${id}` }),
        drafting: {
          fourEyes,
          userId: user.id,
          values,
          answer: (id) => ({ status: 303, location: paths.draft(id) }),
        },
      })
    })

function offerIn({ agreement }: Place, user: User) {
  const offer = offerTo(user, agreement.parties)
  if (!offer) throw forbidden('filing.forbidden_place')
  return offer
}

const isOn = ({ measure }: Place, report: StatusReport): boolean =>
  report.measure.agreement === measure.agreement && report.measure.code === measure.code

/** What keeps a report from being corrected by its own author; anybody else is forbidden to. */
async function correctionProblems(deps: Deps, place: Place, report: StatusReport, user: User) {
  const actor = correctorOf(user, report)
  if (!actor) throw forbidden('rules.report.corrects_other')
  const correction = { ...report, corrects: report.id }
  const author = { actorId: actor.id, capacity: actor.capacity }
  const { context } = await reportContext(deps.db.read, place, correction, author, deps.clock())
  return problemsWithCorrection(correction, context)
}

/** Who is said to say it, as far as permission looks at it. */
function sayerIn(values: ReportValues) {
  const channel = values.channel.trim() || 'own'
  return {
    kind: KINDS.find((kind) => kind === values.kind.trim()) ?? null,
    channel: CHANNELS.find((known) => known === channel) ?? null,
    party: values.party.trim() || null,
  }
}

const blocksWanted = (fields: Fields, { evidence }: ReportValues): number =>
  given(fields, 'more') === undefined ? EVIDENCE_BLOCKS : Math.max(EVIDENCE_BLOCKS, evidence.length) + 1

/** A form that can be read is known by what it says; one that cannot, by what was typed. */
function onceIn(c: Context, account: string, fields: Fields, { read }: ReadForm) {
  const once = onceOf(c, account, fields)
  return once && 'wording' in read ? { ...once, digest: onceDigest(saidIn(read.wording)) } : once
}
