import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { findStanding } from '../measures/place.store'
import { edit, type Edited, type Editing, notFound, type Read, recorded } from '../parties/edit'
import { paths } from '../paths'
import { restandFrom } from '../standing/restand.store'
import type { DeadlineWording } from './deadline'
import { deadlineContent } from './deadline.content'
import { addDeadline, deadlinesAt } from './deadline.store'

/** Records a decision that sets, moves or lifts a measure's deadline. */
export const recordDeadline = (
  deps: Deps,
  { actor, once, seen }: Editing,
  { slug, code }: { slug: string; code: string },
  read: Read<DeadlineWording>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, wording) => {
    const found = await findStanding(ledger.tx, slug, code)
    if (!found) return notFound
    const decisions = await deadlinesAt(ledger.tx, null, { measureIds: [found.measure.id] })
    if (seen !== null && decisions.some(({ entry }) => entry > seen)) return { outcome: 'overtaken' }
    const measure = { id: found.measure.id, agreement: slug, code }
    addDeadline(ledger, actor, {
      id: deps.newId(),
      measure,
      fields: toContentObject(deadlineContent(wording)),
    })
    await restandFrom(ledger, found.measure, wording.decidedOn)
    return recorded(`${paths.measure(slug, code)}#deadlines`)
  })
