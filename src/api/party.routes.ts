import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '../web/env'
import { type Api, json, linkTo, MALFORMED, REFUSED } from './answers'
import { address, API } from './page'
import { partiesIn, partyIn } from './party.queries'
import { slug, told } from './pieces'
import { problem, PROBLEM_TYPE } from './problem'
import { afterSlug, pageFields } from './question'
import { partiesSchema, partySchema } from './record.schema'
import { answered } from './view.queries'

const described = ({ asked }: Api) => ({
  list: createRoute({
    method: 'get',
    path: '/parties',
    operationId: 'listParties',
    tags: [told('api.tag.record')],
    summary: told('api.call.parties'),
    request: { query: z.object({ ...asked, ...afterSlug, ...pageFields }) },
    responses: { 200: json(partiesSchema), ...MALFORMED },
  }),
  one: createRoute({
    method: 'get',
    path: '/parties/{slug}',
    operationId: 'getParty',
    tags: [told('api.tag.record')],
    summary: told('api.call.party'),
    request: {
      params: z.object({ slug: slug.openapi({ description: told('api.parameter.slug') }) }),
      query: z.object(asked),
    },
    responses: { 200: json(partySchema), ...REFUSED },
  }),
})

/** Parties. */
export function partyCalls(api: Api) {
  const { list, one } = described(api)
  const { site } = api
  return new OpenAPIHono<Env>()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const page = await answered(site, query, async (view) => {
        const { items, cursor } = await partiesIn(view, query)
        const more = { ...query, ...view.pins, after: cursor }
        return {
          items,
          next: cursor === null ? null : address(site.config.publicUrl, `${API}/parties`, more),
        }
      })
      return c.json(page, 200, linkTo(page.next))
    })
    .openapi(one, async (c) => {
      const { slug } = c.req.valid('param')
      const found = await answered(site, c.req.valid('query'), (view) => partyIn(view, slug))
      return found
        ? c.json(found, 200)
        : c.json(problem(404, { detail: 'api.detail.no_party' }), 404, PROBLEM_TYPE)
    })
}
