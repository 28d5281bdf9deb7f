import { findAgreement } from '../agreements/agreement.store'
import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { edit, type Edited, type Editing, notFound, type Read, recorded, refused } from '../parties/edit'
import { paths } from '../paths'
import { restand } from '../standing/restand.store'
import type { MeasureWording } from './measure'
import { judgeMeasure } from './measure-context.store'
import { measureContent } from './measure.content'
import { addMeasure, findMeasure } from './measure.store'

/** Adds a measure to an agreement. */
export const recordMeasure = (
  deps: Deps,
  { actor, once }: Editing,
  slug: string,
  read: Read<{ code: string; wording: MeasureWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { code, wording }) => {
    const found = await findAgreement(ledger.tx, slug, null)
    if (!found || found.agreement.withdrawn) return notFound
    const { agreement } = found
    if (await findMeasure(ledger.tx, agreement.id, code, null))
      return refused({ field: 'code', message: 'rules.taken', values: { value: code } })
    const { problems, repeats } = await judgeMeasure(ledger.tx, { agreement, code }, wording)
    if (problems.length > 0) return refused(...problems)
    const id = deps.newId()
    const fields = toContentObject(measureContent(wording))
    addMeasure(ledger, actor, { id, agreement: { id: agreement.id, slug }, code, fields, repeats })
    await restand(ledger, [id])
    return recorded(paths.measure(slug, code))
  })
