import type { Db } from '../db/database'
import { firstDecidedOn } from '../deadlines/deadline.store'
import type { Implementability } from '../measures/implementability'
import type { Asked } from '../standing/facts'
import { implementabilityFrom } from './agreement.queries'
import { type Filter, matches } from './filter'
import type { Placed } from './placed.queries'
import type { Register } from './register'

/** A measure with where it stands and what its text gave. */
export interface Weighed extends Placed {
  implementability: Implementability
}

/** Every measure in a list narrowed like this whose agreement was concluded by the day asked for. */
export async function weighedIn(
  db: Db,
  register: Register,
  asked: Asked,
  filter: Filter,
): Promise<Weighed[]> {
  const decided = await firstDecidedOn(db, asked.knownAt)
  return (await register.placed(asked))
    .filter((each) => each.agreement.concludedOn <= asked.asOf && matches(each, filter))
    .map((each) => {
      const day = decided.get(each.measure.id)
      const days = day === undefined ? [] : [day]
      return { ...each, implementability: implementabilityFrom(each.agreement, each.measure, days) }
    })
}
