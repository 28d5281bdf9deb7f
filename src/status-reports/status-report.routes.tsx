import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps'
import { onceDigest } from '../ledger/once.store'
import { dayOf } from '../lib/dates'
import { type Fields, given } from '../lib/fields'
import { message, type MessageKey } from '../messages/messages'
import { paths } from '../paths'
import { penFor } from '../users/pens'
import { signedIn, type SignedIn } from '../users/signed-in'
import { onceOf, readFields } from '../web/form'
import { previewStatusReport } from './preview-status-report'
import { recordStatusReport } from './record-status-report'
import { findPlace, reportContext } from './report-context.store'
import { correctorOf, offerTo } from './report-permissions'
import { type FrameOf, reportPages } from './report-pages'
import { problemsWithReport } from './report-rules'
import { blankValues, EVIDENCE_BLOCKS, valuesOf } from './report-values'
import { type ReadForm, readReportForm, saidIn } from './status-report.form'
import { findReport } from './status-report.store'
import { CHANNELS, KINDS } from './status-report'

const forbidden = (key: MessageKey) => new HTTPException(403, { message: message('en', key) })

/** The form of a status report: shown, looked at before it is recorded, and recorded. */
export const reportRoutes = (deps: Deps, frameOf: FrameOf) =>
  new Hono<SignedIn>()
    .get('/agreements/:slug/measures/:code/report', signedIn, async (c) => {
      const { user } = c.var
      const place = await findPlace(deps.db.read, c.req.param('slug'), c.req.param('code'))
      if (!place) return c.notFound()
      const offer = offerTo(user, place.agreement.parties)
      if (!offer) throw forbidden('filing.forbidden_place')
      const pages = reportPages(deps, frameOf, c, place, offer)
      const corrects = c.req.query('corrects')
      if (!corrects) return pages.form({ values: blankValues(dayOf(deps.clock())) })
      const report = await findReport(deps.db.read, corrects, null)
      if (report?.measure.agreement !== place.measure.agreement || report.measure.code !== place.measure.code)
        return c.notFound()
      const actor = correctorOf(user, report)
      if (!actor) throw forbidden('rules.report.corrects_other')
      const wording = { ...report, corrects }
      const author = { actorId: actor.id, capacity: actor.capacity }
      const { context } = await reportContext(deps.db.read, place, wording, author, deps.clock())
      const problems = problemsWithReport(wording, context).filter(({ field }) => field === 'corrects')
      return pages.form({ values: valuesOf(report), problems, status: problems.length > 0 ? 422 : 200 })
    })
    .post('/agreements/:slug/measures/:code/report', signedIn, async (c) => {
      const { user } = c.var
      const [slug, code] = [c.req.param('slug'), c.req.param('code')]
      const place = await findPlace(deps.db.read, slug, code)
      if (!place) return c.notFound()
      const fields = await readFields(c)
      const offer = offerTo(user, place.agreement.parties)
      const form = readReportForm(fields, user)
      const actor = penFor(user, sayerIn(form))
      if (!offer || !actor) throw forbidden('filing.forbidden')
      const pages = reportPages(deps, frameOf, c, place, offer)
      const { values, read, seen } = form
      if (given(fields, 'change')) return pages.form({ values })
      if (given(fields, 'more'))
        return pages.form({ values, blocks: Math.max(EVIDENCE_BLOCKS, values.evidence.length) + 1 })
      const filing = { actor, place: { agreement: slug, code }, read, seen }
      if (given(fields, 'preview')) {
        const previewed = await previewStatusReport(deps, filing)
        if (previewed.outcome === 'would stand') return pages.preview(values, previewed)
        if (previewed.outcome === 'no such measure') return c.notFound()
        return pages.form({ values, problems: previewed.problems, status: 422 })
      }
      const recorded = await recordStatusReport(deps, {
        ...filing,
        once: onceIn(c, user.id, fields, form),
        answer: (id) => ({ status: 303, location: `${paths.measure(slug, code)}#report-${id}` }),
      })
      switch (recorded.outcome) {
        case 'recorded':
        case 'repeated':
          return c.redirect(recorded.answer.location, 303)
        case 'key reused':
          return pages.form({
            values: { ...values, idempotency_key: '' },
            notice: 'filing.key_reused',
            status: 409,
          })
        case 'overtaken':
          return 'wording' in read ? pages.conflict(values, read.wording, recorded.newer) : c.notFound()
        case 'refused':
          return pages.form({ values, problems: recorded.problems, status: 422 })
        case 'no such measure':
          return c.notFound()
      }
    })

/** Who is said to say it, as far as permission looks at it. */
function sayerIn({ values }: ReadForm) {
  const channel = values.channel.trim() || 'own'
  return {
    kind: KINDS.find((kind) => kind === values.kind.trim()) ?? null,
    channel: CHANNELS.find((known) => known === channel) ?? null,
    party: values.party.trim() || null,
  }
}

/** A form that can be read is known by what it says; one that cannot, by what was typed. */
function onceIn(c: Context, account: string, fields: Fields, { read }: ReadForm) {
  const once = onceOf(c, account, fields)
  return once && 'wording' in read ? { ...once, digest: onceDigest(saidIn(read.wording)) } : once
}
