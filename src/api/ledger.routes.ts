import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '../web/env'
import { type Api, json, MALFORMED, REFUSED } from './answers'
import { changeAt, changesAfter } from './ledger.queries'
import { changeSchema, changesSchema } from './ledger.schema'
import { MOST_ENTRY, told } from './pieces'
import { problem, PROBLEM_TYPE } from './problem'
import { afterEntry, limit } from './question'

const n = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((number) => number <= MOST_ENTRY)
  .openapi({ type: 'integer', minimum: 1, maximum: MOST_ENTRY, description: told('api.parameter.n') })

const described = ({ asked }: Api) => ({
  changes: createRoute({
    method: 'get',
    path: '/changes',
    operationId: 'listChanges',
    tags: [told('api.tag.ledger')],
    summary: told('api.call.changes'),
    request: { query: z.object({ ...asked, ...afterEntry, limit }) },
    responses: { 200: json(changesSchema), ...MALFORMED },
  }),
  one: createRoute({
    method: 'get',
    path: '/ledger/entries/{n}',
    operationId: 'getEntry',
    tags: [told('api.tag.ledger')],
    summary: told('api.call.entry'),
    request: { params: z.object({ n }), query: z.object(asked) },
    responses: { 200: json(changeSchema), ...REFUSED },
  }),
})

/** The ledger's entries. */
export function ledgerCalls(api: Api) {
  const { changes, one } = described(api)
  const db = api.site.deps.db.read
  return new OpenAPIHono<Env>()
    .openapi(changes, async (c) => {
      const { after = 0, limit, known_at: knownAt = null } = c.req.valid('query')
      const items = await changesAfter(db, { after, limit, knownAt })
      return c.json({ items, next_after: items.at(-1)?.entry.n ?? after }, 200)
    })
    .openapi(one, async (c) => {
      const { known_at: knownAt = null } = c.req.valid('query')
      const found = await changeAt(db, c.req.valid('param').n, knownAt)
      return found
        ? c.json(found, 200)
        : c.json(problem(404, { detail: 'api.detail.no_entry' }), 404, PROBLEM_TYPE)
    })
}
