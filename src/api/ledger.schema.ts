import { z } from '@hono/zod-openapi'
import { CAPACITIES, ENTRY_KINDS, SUBJECT_TYPES } from '../ledger/entry'
import { code, count, entryNumber, instant, slug, told } from './pieces'

export const entrySchema = z
  .strictObject({
    n: entryNumber,
    entered_at: instant,
    recorded_at: instant,
    kind: z.enum(ENTRY_KINDS),
    agreement: slug.nullable(),
    measure: code.nullable(),
    subject: z.strictObject({ type: z.enum(SUBJECT_TYPES), id: z.string() }),
    actor: z.strictObject({ id: z.string(), capacity: z.enum(CAPACITIES), party: slug.nullable() }),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  })
  .openapi('Entry')

export const changeSchema = z
  .strictObject({
    entry: entrySchema,
    content: z
      .record(z.string(), z.json())
      .nullable()
      .openapi({ type: ['object', 'null'], description: told('api.field.content') }),
    salt: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .openapi({ description: told('api.field.salt') }),
    redacted_by: entryNumber.optional().openapi({ description: told('api.field.redacted_by') }),
  })
  .openapi('Change')

export const changesSchema = z
  .strictObject({
    items: z.array(changeSchema),
    next_after: count.openapi({ description: told('api.field.next_after') }),
  })
  .openapi('Changes')

const hashes = z
  .array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/))
  .openapi({ description: told('api.field.hashes') })

export const inclusionSchema = z
  .strictObject({ entry: entryNumber, size: entryNumber, hashes })
  .openapi('InclusionProof')

export const consistencySchema = z
  .strictObject({ from: count, to: count, hashes })
  .openapi('ConsistencyProof')
