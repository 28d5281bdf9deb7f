import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { scoreOfPlaced } from '../dashboards/placed.queries'
import type { Env } from '../web/env'
import { wholeAgreementSchema } from './aim.schema'
import { agreementIn, agreementsIn } from './agreement.queries'
import { type Api, json, linkTo, MALFORMED, REFUSED } from './answers'
import { address, API } from './page'
import { slug, told } from './pieces'
import { problem, PROBLEM_TYPE } from './problem'
import { afterSlug, filterFields, filterOf, pageFields } from './question'
import { agreementsSchema } from './record.schema'
import { scoreJson } from './shapes'
import { scoreSchema } from './standing.schema'
import { answered } from './view.queries'

const params = z.object({ slug: slug.openapi({ description: told('api.parameter.slug') }) })

const described = ({ asked }: Api) => ({
  list: createRoute({
    method: 'get',
    path: '/agreements',
    operationId: 'listAgreements',
    tags: [told('api.tag.record')],
    summary: told('api.call.agreements'),
    request: { query: z.object({ ...asked, ...filterFields, ...afterSlug, ...pageFields }) },
    responses: { 200: json(agreementsSchema), ...MALFORMED },
  }),
  one: createRoute({
    method: 'get',
    path: '/agreements/{slug}',
    operationId: 'getAgreement',
    tags: [told('api.tag.record')],
    summary: told('api.call.agreement'),
    request: { params, query: z.object(asked) },
    responses: { 200: json(wholeAgreementSchema), ...REFUSED },
  }),
  score: createRoute({
    method: 'get',
    path: '/agreements/{slug}/score',
    operationId: 'getAgreementScore',
    tags: [told('api.tag.scores')],
    summary: told('api.call.agreement_score'),
    request: { params, query: z.object(asked) },
    responses: { 200: json(scoreSchema), ...REFUSED },
  }),
  everything: createRoute({
    method: 'get',
    path: '/score',
    operationId: 'getScore',
    tags: [told('api.tag.scores')],
    summary: told('api.call.score'),
    request: { query: z.object(asked) },
    responses: { 200: json(scoreSchema), ...MALFORMED },
  }),
})

/** Agreements and scores. */
export function agreementCalls(api: Api) {
  const { list, one, score, everything } = described(api)
  const { site } = api
  return new OpenAPIHono<Env>()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const { after, limit } = query
      const page = await answered(site, query, async (view) => {
        const { items, cursor } = await agreementsIn(view, { filter: filterOf(query), after, limit })
        const more = { ...query, ...view.pins, after: cursor }
        return {
          items,
          next: cursor === null ? null : address(site.config.publicUrl, `${API}/agreements`, more),
        }
      })
      return c.json(page, 200, linkTo(page.next))
    })
    .openapi(one, async (c) => {
      const { slug } = c.req.valid('param')
      const found = await answered(site, c.req.valid('query'), (view) => agreementIn(view, slug))
      return found
        ? c.json(found, 200)
        : c.json(problem(404, { detail: 'api.detail.no_agreement' }), 404, PROBLEM_TYPE)
    })
    .openapi(score, async (c) => {
      const { slug } = c.req.valid('param')
      const found = await answered(site, c.req.valid('query'), (view) => agreementIn(view, slug))
      return found
        ? c.json(found.score, 200)
        : c.json(problem(404, { detail: 'api.detail.no_agreement' }), 404, PROBLEM_TYPE)
    })
    .openapi(everything, async (c) => {
      const score = await answered(site, c.req.valid('query'), async (view) =>
        scoreOfPlaced(await view.placed(), view.asked.asOf),
      )
      return c.json(scoreJson(score), 200)
    })
}
