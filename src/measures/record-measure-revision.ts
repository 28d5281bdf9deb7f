import type { Deps } from '../deps'
import { changesBetween, inOldOrder } from '../parties/changes'
import {
  edit,
  type Edited,
  type Editing,
  isOvertaken,
  notFound,
  type Read,
  recorded,
  refused,
} from '../parties/edit'
import { paths } from '../paths'
import { restand } from '../standing/restand.store'
import type { MeasureWording } from './measure'
import { judgeMeasure } from './measure-context.store'
import { measureContent } from './measure.content'
import { reviseMeasure } from './measure.store'
import { findStanding } from './place.store'

/** Gives a measure another wording; who owes it, its obligation, interval and weight may place it elsewhere. */
export const recordMeasureRevision = (
  deps: Deps,
  { actor, once, seen }: Editing,
  place: { slug: string; code: string },
  read: Read<{ reason: string; wording: MeasureWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { reason, wording }) => {
    const found = await findStanding(ledger.tx, place.slug, place.code)
    if (!found) return notFound
    const { measure } = found
    const next = { ...wording, owedBy: inOldOrder(measure.owedBy, wording.owedBy) }
    const { problems, repeats } = await judgeMeasure(ledger.tx, { ...found, code: place.code }, next)
    const fields = changesBetween(measureContent(measure), measureContent(next))
    if (Object.keys(fields).length === 0) problems.push({ field: 'title', message: 'rules.revision.same' })
    if (problems.length > 0) return refused(...problems)
    if (isOvertaken(found, seen)) return { outcome: 'overtaken' }
    const named = 'repeats' in fields ? repeats : []
    reviseMeasure(ledger, actor, {
      id: measure.id,
      agreement: place.slug,
      code: place.code,
      reason,
      fields,
      repeats: named,
    })
    await restand(ledger, [measure.id])
    return recorded(paths.measure(place.slug, place.code))
  })
