import { z } from '@hono/zod-openapi'
import { PRECISIONS } from '../lib/dates'
import { message, type MessageKey } from '../messages/messages'

// The pieces that answers are made of. What is unknown is null, never left out.

/** A sentence of the catalogue, as the description of a field or call. */
export const told = (key: MessageKey): string => message('en', key)

/** What PostgreSQL's integers hold. */
export const MOST_ENTRY = 2_147_483_647

export const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/)
export const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ format: 'date' })
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .openapi({ format: 'date-time' })
export const precision = z.enum(PRECISIONS)
export const text = z.string().nullable()
export const amount = z.number().nullable()
export const count = z.int().min(0).max(MOST_ENTRY)
export const stage = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
  .openapi({ type: 'integer', enum: [0, 1, 2, 3] })
export const maybeStage = stage.nullable().openapi({ type: ['integer', 'null'], enum: [0, 1, 2, 3, null] })
export const entryNumber = z.int().min(1).max(MOST_ENTRY)
export const entered = entryNumber.openapi({ description: told('api.field.entry_number') })

export const withdrawn = z
  .strictObject({ at: instant, reason: text, entry: entryNumber })
  .nullable()
  .openapi({ description: told('api.field.withdrawn') })

export const by = z
  .strictObject({ name: text, organisation: text })
  .nullable()
  .openapi({ description: told('api.field.by') })

/** One page of a list. */
export const listOf = <T extends z.ZodType>(items: T) =>
  z.strictObject({
    items: z.array(items),
    next: z
      .url()
      .nullable()
      .openapi({ description: told('api.field.next') }),
  })
