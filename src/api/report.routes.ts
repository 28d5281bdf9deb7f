import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { liveReports } from '../dashboards/lines.queries'
import { stateOf } from '../dashboards/measure.queries'
import { findDraft } from '../drafts/draft.store'
import { headOf } from '../ledger/ledger.store'
import type { Answer } from '../ledger/once.store'
import { dayOf } from '../lib/dates'
import { dropNulls } from '../lib/json'
import { measureIdsAt } from '../measures/measure.store'
import { paths } from '../paths'
import { previewStatusReport } from '../status-reports/preview-status-report'
import { type Filing, type Recorded, recordStatusReport } from '../status-reports/record-status-report'
import { holdsPen, penFor } from '../users/pens'
import { bearer, type SignedIn } from '../users/signed-in'
import type { Env } from '../web/env'
import { type Api, json, NOT_FILED } from './answers'
import { LONGEST_KEY, onceOf, readFiled } from './filed-report'
import { readJson } from './json-body'
import { draftJson } from './draft.routes'
import { draftSchema } from './draft.schema'
import { historyIn } from './measure.queries'
import { ofMeasure } from './measure.routes'
import { API } from './page'
import { told } from './pieces'
import { problem, problemAnswer, PROBLEM_TYPE } from './problem'
import { filedSchema, previewSchema, reportSchema } from './report.schema'
import { previewJson, reportJson } from './report.shapes'
import { answered } from './view.queries'

const KEY = 'Idempotency-Key'

const ofPlace = z.object(ofMeasure)

// Described with the schema that judges it, but judged by hand: permission and key come before the field rules.
const described = createRoute({
  method: 'post',
  path: '/agreements/{slug}/measures/{code}/reports',
  operationId: 'fileReport',
  tags: [told('api.tag.reports')],
  summary: told('api.call.report'),
  security: [{ bearer: [] }],
  request: {
    params: ofPlace,
    headers: z.object({
      [KEY]: z
        .string()
        .min(1)
        .max(LONGEST_KEY)
        .optional()
        .openapi({ description: told('api.parameter.key') }),
    }),
    body: { required: true, content: { 'application/json': { schema: filedSchema } } },
  },
  responses: {
    200: json(previewSchema, 'api.answer.preview'),
    201: {
      ...json(reportSchema, 'api.answer.created'),
      headers: z.object({ Location: z.string() }),
    },
    202: {
      ...json(draftSchema, 'api.answer.submitted'),
      headers: z.object({ Location: z.string() }),
    },
    ...NOT_FILED,
  },
})

interface Place {
  slug: string
  code: string
}

/** Filing a status report: the form's rules and its order of judgement. */
export function reportCalls(api: Api, app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerPath(described)
  app.post('/agreements/:slug/measures/:code/reports', bearer(api.site.deps, 'report'), async (c) => {
    const place = ofPlace.safeParse(c.req.param()).data
    if (!holdsPen(c.var.user)) return problemAnswer(403, { detail: 'api.detail.no_pen' })
    const answer = place && (await filed(api, c, place))
    // Asked only of what was refused, yet told before anything else that is wrong.
    return answer && (answer.ok || (await isKnown(api, place))) ? answer : noMeasure()
  })
}

async function filed(api: Api, c: Context<SignedIn>, place: Place): Promise<Response> {
  const { user } = c.var
  const body = await readJson(c.req.raw)
  if ('refusal' in body) return body.refusal
  const report = readFiled(body.posted, dropNulls({ name: user.name, organisation: user.organisation }))
  const actor = penFor(user, report.said)
  if (!actor) return problemAnswer(403, { detail: 'api.detail.not_yours' })
  const once = onceOf(report, c.req.header(KEY), { account: user.id, address: c.req.path })
  if (once === 'malformed') return badKey()
  const where = { agreement: place.slug, code: place.code }
  const answer = (id: string) => ({ status: 201, location: paths.report(id) })
  const drafting = {
    fourEyes: api.site.config.fourEyes,
    userId: user.id,
    values: null,
    answer: (id: string) => ({ status: 202, location: draftAddress(id) }),
  }
  const { read, seen } = report
  const filing: Filing = { actor, place: where, read, once, seen, answer, drafting }
  if (report.preview) return previewed(api, filing)
  return answerOf(api, place, await recordStatusReport(api.site.deps, filing))
}

const isKnown = async ({ site }: Api, { slug, code }: Place): Promise<boolean> =>
  (await measureIdsAt(site.deps.db.read, [`${slug}/${code}`])).size > 0

const noMeasure = (): Response => problemAnswer(404, { detail: 'api.detail.no_measure' })

function badKey(): Response {
  const most = LONGEST_KEY
  const problems = [{ field: KEY, message: 'api.bad.key' as const, values: { most } }]
  return problemAnswer(400, { detail: 'api.bad.key', values: { most }, problems })
}

const refused = (problems: Parameters<typeof problem>[1]['problems'] = []): Response =>
  problemAnswer(422, { detail: 'api.detail.refused', problems })

async function previewed({ site }: Api, filing: Filing): Promise<Response> {
  const result = await previewStatusReport(site.deps, filing)
  switch (result.outcome) {
    case 'would stand':
      return Response.json(previewJson(result.wording, filing.place, result.after))
    case 'refused':
      return refused(result.problems)
    case 'no such measure':
      return noMeasure()
  }
}

async function answerOf(api: Api, place: Place, result: Recorded): Promise<Response> {
  switch (result.outcome) {
    case 'recorded':
      return created(justRecorded(result), result.answer)
    case 'submitted':
      return accepted(api, result.answer)
    case 'repeated':
      return repeated(api, place, result.answer)
    case 'refused':
      return refused(result.problems)
    case 'no such measure':
      return noMeasure()
    case 'key reused':
      return problemAnswer(409, {
        detail: 'api.detail.key_reused',
        problems: [{ field: KEY, message: 'api.detail.key_reused' }],
      })
    case 'overtaken':
      return overtaken(
        api,
        place,
        result.newer.map(({ id }) => id),
      )
  }
}

const DRAFTS = `${API}/drafts/`
const draftAddress = (id: string): string => `${DRAFTS}${id}`

/** The draft that waits. */
async function accepted({ site }: Api, { location, status }: Answer): Promise<Response> {
  const db = site.deps.db.read
  const draft = await findDraft(db, location.slice(DRAFTS.length))
  // A deleted draft is remembered longer than any key.
  if (!draft) throw new Error(`the draft at ${location} is gone`)
  return Response.json(await draftJson(db, draft), {
    status,
    headers: { location, 'cache-control': 'private, no-cache' },
  })
}

/** Nobody can have replied to it or corrected it yet. */
const justRecorded = ({ report, standing }: Extract<Recorded, { outcome: 'recorded' }>) =>
  reportJson({
    report,
    state: stateOf(report, new Set(liveReports(standing)), new Map()),
    correctedBy: null,
    replies: [],
  })

const created = (report: unknown, { status, location }: Answer): Response =>
  Response.json(report, { status, headers: { location } })

async function repeated(api: Api, place: Place, answer: Answer): Promise<Response> {
  if (answer.location.startsWith(DRAFTS)) return accepted(api, answer)
  const reports = await historyNow(api, place)
  return created(
    reports.find(({ id }) => paths.report(id) === answer.location),
    answer,
  )
}

async function overtaken(api: Api, place: Place, ids: readonly string[]): Promise<Response> {
  const reports = await historyNow(api, place)
  const said = problem(409, {
    detail: 'api.detail.overtaken',
    problems: [{ field: 'seen', message: 'api.bad.newer' }],
  })
  const newer = reports.filter(({ id }) => ids.includes(id))
  return Response.json({ ...said, newer }, { status: 409, headers: PROBLEM_TYPE })
}

// The ledger may be a day ahead of a clock that was set back.
async function historyNow({ site }: Api, { slug, code }: Place) {
  const { deps } = site
  const [today, last] = [dayOf(deps.clock()), dayOf((await headOf(deps.db.read)).enteredAt)]
  const asOf = last > today ? last : today
  return (await answered(site, { as_of: asOf }, (view) => historyIn(view, slug, code))) ?? []
}
