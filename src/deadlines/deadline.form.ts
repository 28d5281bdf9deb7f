import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import type { Read } from '../parties/edit'
import { readWith } from '../parties/form'
import type { DeadlineWording } from './deadline'
import { readDeadline } from './deadline.content'
import { deadlineSchema } from './deadline.schema'

/**
 * A decision as its form says it. No day lifts the deadline, but whoever chose to set one and gave none forgot it, and
 * whoever chose to lift it and gave a day meant something else.
 */
export function readDeadlineForm(fields: Fields): Read<DeadlineWording> {
  const decision = first(fields, 'decision')
  const dueOn = given(fields, 'due_on') ?? null
  if (decision === 'lifted' && dueOn !== null)
    return { problems: [{ field: 'due_on', message: 'forms.deadline.lifted_day' }] }
  const read = readWith(deadlineSchema, {
    due_on: decision === 'due' ? (dueOn ?? '') : dueOn,
    due_on_precision: dueOn === null ? undefined : given(fields, 'due_on_precision'),
    decided_on: first(fields, 'decided_on').trim(),
    decided_on_precision: given(fields, 'decided_on_precision'),
    decided_by: given(fields, 'decided_by'),
    reason: given(fields, 'reason'),
  })
  return 'problems' in read ? read : { said: readDeadline(toContentObject(read.said)) }
}
