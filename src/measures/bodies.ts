import { clean, naturally } from '../lib/text'
import type { Measure } from './measure'

/** A body that is to act for a party, with the measures that name it. */
export interface Body<Of> {
  /** As the first of them spells it. */
  name: string
  measures: Of[]
}

/** What a party's measures say of who is to act for it. */
export interface Bodies<Of> {
  /** Those that most is asked of first. */
  named: Body<Of>[]
  /** How many measures name nobody for it. */
  nobody: number
}

const keyOf = (name: string): string => clean(name).replace(/\s+/g, ' ').trim().toLowerCase()

/** The bodies named for a party over some measures; names that differ in case or spaces are one. */
export function bodiesOf<Of extends { measure: Pick<Measure, 'bodies'> }>(
  measures: readonly Of[],
  party: string,
): Bodies<Of> {
  const named = new Map<string, Body<Of>>()
  let nobody = 0
  for (const each of measures) {
    const name = new Map(Object.entries(each.measure.bodies)).get(party) ?? ''
    const key = keyOf(name)
    if (key === '') {
      nobody += 1
      continue
    }
    const body = named.get(key) ?? { name: clean(name).trim(), measures: [] }
    named.set(key, body)
    body.measures.push(each)
  }
  const byLoad = (a: Body<Of>, b: Body<Of>) =>
    b.measures.length - a.measures.length || naturally(a.name, b.name)
  return { named: [...named.values()].sort(byLoad), nobody }
}
