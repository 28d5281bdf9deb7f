import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { paths } from '../paths'
import type { Env } from '../web/env'
import { type Api, json, linkTo, REFUSED } from './answers'
import { measureIn, measuresIn, reportsIn } from './measure.queries'
import { address, API } from './page'
import { code, slug, told } from './pieces'
import { problem, PROBLEM_TYPE } from './problem'
import { afterCode, beforeEntry, filterFields, filterOf, pageFields } from './question'
import { measuresSchema, wholeMeasureSchema } from './record.schema'
import { reportsSchema } from './report.schema'
import { answered } from './view.queries'

const ofAgreement = { slug: slug.openapi({ description: told('api.parameter.slug') }) }
export const ofMeasure = { ...ofAgreement, code: code.openapi({ description: told('api.parameter.code') }) }

const described = ({ asked }: Api) => ({
  list: createRoute({
    method: 'get',
    path: '/agreements/{slug}/measures',
    operationId: 'listMeasures',
    tags: [told('api.tag.record')],
    summary: told('api.call.measures'),
    request: {
      params: z.object(ofAgreement),
      query: z.object({ ...asked, ...filterFields, ...afterCode, ...pageFields }),
    },
    responses: { 200: json(measuresSchema), ...REFUSED },
  }),
  one: createRoute({
    method: 'get',
    path: '/agreements/{slug}/measures/{code}',
    operationId: 'getMeasure',
    tags: [told('api.tag.record')],
    summary: told('api.call.measure'),
    request: { params: z.object(ofMeasure), query: z.object(asked) },
    responses: { 200: json(wholeMeasureSchema), ...REFUSED },
  }),
  reports: createRoute({
    method: 'get',
    path: '/agreements/{slug}/measures/{code}/reports',
    operationId: 'listReports',
    tags: [told('api.tag.reports')],
    summary: told('api.call.reports'),
    request: {
      params: z.object(ofMeasure),
      query: z.object({ ...asked, ...beforeEntry, ...pageFields }),
    },
    responses: { 200: json(reportsSchema), ...REFUSED },
  }),
})

/** Measures and their status histories. */
export function measureCalls(api: Api) {
  const { list, one, reports } = described(api)
  const { site } = api
  return new OpenAPIHono<Env>()
    .openapi(list, async (c) => {
      const { slug } = c.req.valid('param')
      const query = c.req.valid('query')
      const { after, limit } = query
      const page = await answered(site, query, async (view) => {
        const found = await measuresIn(view, { slug, filter: filterOf(query), after, limit })
        const more = { ...query, ...view.pins, after: found?.cursor }
        const path = `${API}${paths.agreement(slug)}/measures`
        return (
          found && {
            items: found.items,
            next: found.cursor === null ? null : address(site.config.publicUrl, path, more),
          }
        )
      })
      return page
        ? c.json(page, 200, linkTo(page.next))
        : c.json(problem(404, { detail: 'api.detail.no_agreement' }), 404, PROBLEM_TYPE)
    })
    .openapi(one, async (c) => {
      const { slug, code } = c.req.valid('param')
      const found = await answered(site, c.req.valid('query'), (view) => measureIn(view, slug, code))
      return found
        ? c.json(found, 200)
        : c.json(problem(404, { detail: 'api.detail.no_measure' }), 404, PROBLEM_TYPE)
    })
    .openapi(reports, async (c) => {
      const { slug, code } = c.req.valid('param')
      const query = c.req.valid('query')
      const { before, limit } = query
      const page = await answered(site, query, async (view) => {
        const found = await reportsIn(view, { slug, code, before, limit })
        const more = { ...query, ...view.pins, before: found?.cursor }
        const path = `${API}${paths.measure(slug, code)}/reports`
        return (
          found && {
            items: found.items,
            next: found.cursor === null ? null : address(site.config.publicUrl, path, more),
          }
        )
      })
      return page
        ? c.json(page, 200, linkTo(page.next))
        : c.json(problem(404, { detail: 'api.detail.no_measure' }), 404, PROBLEM_TYPE)
    })
}
