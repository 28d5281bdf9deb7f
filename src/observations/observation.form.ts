import { readBlocks } from '../agreements/evidence-blocks'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given, numberGiven } from '../lib/fields'
import type { Read } from '../parties/edit'
import { readWith } from '../parties/form'
import type { ObservationWording } from './observation'
import { readObservation } from './observation.content'
import { observationSchema } from './observation.schema'

export function readObservationForm(fields: Fields): Read<ObservationWording> {
  const { list, atControl } = readBlocks(fields)
  const input = {
    observed_on: first(fields, 'observed_on').trim(),
    observed_on_precision: given(fields, 'observed_on_precision'),
    quantity: numberGiven(fields, 'quantity'),
    total: numberGiven(fields, 'total'),
    percent_stated: numberGiven(fields, 'percent_stated'),
    unit: given(fields, 'unit'),
    note: given(fields, 'note'),
    evidence: list,
  }
  const read = readWith(observationSchema, input, atControl)
  return 'problems' in read ? read : { said: readObservation(toContentObject(read.said)) }
}
