import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Hash } from '../ledger/merkle'
import { signersIn } from '../ledger/secret-file'
import { checkpointAt } from '../ledger/signing-key.store'
import { consistencyProof, inclusionProof, treeSize } from '../ledger/tree.store'
import type { Env } from '../web/env'
import { type Api, json, MALFORMED, plainText, REFUSED, UNSIGNED } from './answers'
import { changeAt, changesAfter } from './ledger.queries'
import { changeSchema, changesSchema, consistencySchema, inclusionSchema } from './ledger.schema'
import { MOST_ENTRY, told } from './pieces'
import { problem, PROBLEM_TYPE } from './problem'
import { afterEntry, checkpointFields, consistencyFields, inclusionFields, limit } from './question'

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

const describedProofs = () => ({
  checkpoint: createRoute({
    method: 'get',
    path: '/ledger/checkpoint',
    operationId: 'getCheckpoint',
    tags: [told('api.tag.ledger')],
    summary: told('api.call.checkpoint'),
    request: { query: z.object(checkpointFields) },
    responses: { 200: plainText('api.answer.checkpoint'), ...REFUSED, ...UNSIGNED },
  }),
  inclusion: createRoute({
    method: 'get',
    path: '/ledger/proof',
    operationId: 'proveInclusion',
    tags: [told('api.tag.ledger')],
    summary: told('api.call.proof'),
    request: { query: z.object(inclusionFields) },
    responses: { 200: json(inclusionSchema), ...REFUSED },
  }),
  consistency: createRoute({
    method: 'get',
    path: '/ledger/consistency',
    operationId: 'proveConsistency',
    tags: [told('api.tag.ledger')],
    summary: told('api.call.consistency'),
    request: { query: z.object(consistencyFields) },
    responses: { 200: json(consistencySchema), ...REFUSED },
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

/** What proves that the ledger only ever grew: its signed state, and that one state has an entry or an older state in it. */
export function proofCalls({ site: { deps, config } }: Api) {
  const { checkpoint, inclusion, consistency } = describedProofs()
  const db = deps.db.read
  return new OpenAPIHono<Env>()
    .openapi(checkpoint, async (c) => {
      const { size } = c.req.valid('query')
      if (size !== undefined && size > (await treeSize(db))) return c.json(...tooShort)
      const signed = await checkpointAt(db, signersIn(config.secretFile), size)
      return signed === undefined
        ? c.json(problem(503, { detail: 'api.detail.no_key' }), 503, PROBLEM_TYPE)
        : c.text(signed, 200)
    })
    .openapi(inclusion, async (c) => {
      const { entry, size: asked } = c.req.valid('query')
      const last = await treeSize(db)
      const size = asked ?? last
      if (size > last || entry > size) return c.json(...tooShort)
      return c.json({ entry, size, hashes: (await inclusionProof(db, entry, size)).map(inBase64) }, 200)
    })
    .openapi(consistency, async (c) => {
      const { from, to: asked } = c.req.valid('query')
      const last = await treeSize(db)
      const to = asked ?? last
      if (to > last || from > to) return c.json(...tooShort)
      return c.json({ from, to, hashes: (await consistencyProof(db, from, to)).map(inBase64) }, 200)
    })
}

const tooShort = [problem(404, { detail: 'api.detail.ledger_shorter' }), 404, PROBLEM_TYPE] as const
const inBase64 = (hash: Hash): string => hash.toString('base64')
