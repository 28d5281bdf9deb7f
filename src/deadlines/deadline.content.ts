import { PRECISIONS } from '../lib/dates'
import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import type { DeadlineWording } from './deadline'

/** A deadline in the dataset's words; a lifted day is written as null. */
export const deadlineContent = (wording: DeadlineWording) => ({
  due_on: wording.dueOn,
  decided_on: wording.decidedOn,
  ...dropNulls({
    due_on_precision: wording.dueOnPrecision === 'day' ? null : wording.dueOnPrecision,
    decided_on_precision: wording.decidedOnPrecision === 'day' ? null : wording.decidedOnPrecision,
    decided_by: wording.decidedBy,
    reason: wording.reason,
  }),
})

export function readDeadline(object: JsonObject): DeadlineWording {
  const fields = fieldsOf(object)
  return {
    dueOn: fields.text('due_on'),
    dueOnPrecision: fields.oneOf('due_on_precision', PRECISIONS) ?? 'day',
    decidedOn: fields.text('decided_on') ?? '',
    decidedOnPrecision: fields.oneOf('decided_on_precision', PRECISIONS) ?? 'day',
    decidedBy: fields.text('decided_by'),
    reason: fields.text('reason'),
  }
}
