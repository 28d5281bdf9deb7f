import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dropNulls } from '../lib/json'
import { measureIdsAt } from '../measures/measure.store'
import { paths } from '../paths'
import { type Filing, recordStatusReport } from '../status-reports/record-status-report'
import { holdsPen, penFor } from '../users/pens'
import { bearer, type SignedIn } from '../users/signed-in'
import type { Env } from '../web/env'
import { type Api, json, NOT_FILED } from './answers'
import { KEY, LONGEST_KEY, onceOf, readFiled } from './filed-report'
import { badKey, draftAddress, filedAnswer, noMeasure, type Place, previewAnswer } from './report-answers'
import { readJson } from './json-body'
import { draftSchema } from './draft.schema'
import { ofMeasure } from './measure.routes'
import { told } from './pieces'
import { problemAnswer } from './problem'
import { filedSchema, previewSchema, reportSchema } from './report.schema'

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
  if (report.preview) return previewAnswer(api, filing)
  return filedAnswer(api, place, await recordStatusReport(api.site.deps, filing))
}

const isKnown = async ({ site }: Api, { slug, code }: Place): Promise<boolean> =>
  (await measureIdsAt(site.deps.db.read, [`${slug}/${code}`])).size > 0
