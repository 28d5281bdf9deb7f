import type { Problem } from '../messages/problem'
import type { MeasureWording } from './measure'

/** What a measure is judged against. */
export interface MeasureContext {
  /** Its own address, `agreement-slug/measure-code`. */
  address: string
  /** The parties of its agreement. */
  parties: readonly string[]
  /** Whether an address names a measure of the register. */
  knows: (address: string) => boolean
}

/** What keeps a measure's wording from entering the record, field by field. */
export function problemsWithMeasure(
  wording: MeasureWording,
  { address, parties, knows }: MeasureContext,
): Problem[] {
  const problems: Problem[] = []
  if (wording.owedBy.length === 0) problems.push({ field: 'owed_by', message: 'rules.measure.owed_by_none' })
  for (const value of wording.owedBy.filter((party) => !parties.includes(party)))
    problems.push({ field: 'owed_by', message: 'rules.measure.owed_by', values: { value } })
  for (const value of Object.keys(wording.bodies).filter((party) => !parties.includes(party)))
    problems.push({ field: 'bodies', message: 'rules.measure.bodies', values: { value } })
  for (const value of wording.repeats.filter((repeated) => repeated === address || !knows(repeated)))
    problems.push({ field: 'repeats', message: 'rules.measure.repeats', values: { value } })
  return problems
}
