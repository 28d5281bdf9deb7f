import type { Db } from '../db/database'
import type { Problem } from '../messages/problem'
import type { MeasureWording } from './measure'
import { problemsWithMeasure } from './measure-rules'
import { measureIdsAt } from './measure.store'

/** What keeps a wording from entering at an address, and the ids of the measures that it says it repeats. */
export async function judgeMeasure(
  db: Db,
  place: { agreement: { slug: string; parties: readonly string[] }; code: string },
  wording: MeasureWording,
): Promise<{ problems: Problem[]; repeats: string[] }> {
  const { agreement, code } = place
  const named = await measureIdsAt(db, wording.repeats)
  const problems = problemsWithMeasure(wording, {
    address: `${agreement.slug}/${code}`,
    parties: agreement.parties,
    knows: (address) => named.has(address),
  })
  return { problems: problems.map(atItsParty), repeats: [...named.values()] }
}

/** The form has a control for the body of each party. */
const atItsParty = (problem: Problem): Problem =>
  problem.field === 'bodies' && problem.values?.['value'] !== undefined
    ? { ...problem, field: `bodies.${problem.values['value']}` }
    : problem
