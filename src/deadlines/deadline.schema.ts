import { z } from 'zod'
import { day, maybeText, precision, settle } from '../lib/schema'

export const deadlineFields = {
  due_on: day.nullable(),
  due_on_precision: precision,
  decided_on: day,
  decided_on_precision: precision,
  decided_by: maybeText(300),
  reason: maybeText(2_000),
}

export const settleDeadline = <T extends Record<string, unknown>>(deadline: T): T =>
  settle(settle(deadline, 'due_on', 'last'), 'decided_on', 'first')

export const deadlineSchema = z.strictObject(deadlineFields).transform(settleDeadline)
