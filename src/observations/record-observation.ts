import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { findStanding } from '../measures/place.store'
import { edit, type Edited, type Editing, notFound, type Read, recorded, refused } from '../parties/edit'
import { paths } from '../paths'
import type { ObservationWording } from './observation'
import { problemsWithObserving } from './observation-rules'
import { observationContent } from './observation.content'
import { addObservation } from './observation.store'

/** Records a figure or an occurrence on a measure; it moves no standing. */
export const recordObservation = (
  deps: Deps,
  { actor, once }: Editing,
  { slug, code }: { slug: string; code: string },
  read: Read<ObservationWording>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, wording) => {
    const found = await findStanding(ledger.tx, slug, code)
    if (!found) return notFound
    const problems = problemsWithObserving(found.measure.obligation)
    if (problems.length > 0) return refused(...problems)
    const measure = { id: found.measure.id, agreement: slug, code }
    const fields = toContentObject(observationContent(wording))
    addObservation(ledger, actor, { id: deps.newId(), measure, fields })
    return recorded(`${paths.measure(slug, code)}#observations`)
  })
