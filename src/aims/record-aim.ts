import { findAgreement } from '../agreements/agreement.store'
import type { Deps } from '../deps'
import { edit, type Edited, type Editing, notFound, type Read, recorded, refused } from '../parties/edit'
import { paths } from '../paths'
import { addAim, aimsAt } from './aim.store'

/** Adds to an agreement what it is for. An aim has no revisions: one that was worded in error is withdrawn. */
export const recordAim = (
  deps: Deps,
  { actor, once }: Editing,
  slug: string,
  read: Read<{ code: string; title: string }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { code, title }) => {
    const found = await findAgreement(ledger.tx, slug, null)
    if (!found || found.agreement.withdrawn) return notFound
    const { agreement } = found
    // A code never names another aim, also after a withdrawal.
    if ((await aimsAt(ledger.tx, null, agreement.id)).some((aim) => aim.code === code))
      return refused({ field: 'code', message: 'rules.taken', values: { value: code } })
    addAim(ledger, actor, { id: deps.newId(), agreement, code, title })
    return recorded(paths.aim(slug, code))
  })
