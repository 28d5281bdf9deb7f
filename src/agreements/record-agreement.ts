import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { edit, type Edited, type Editing, type Read, recorded, refused } from '../parties/edit'
import { knownParties } from '../parties/record-party'
import { paths } from '../paths'
import type { AgreementWording } from './agreement'
import { problemsWithAgreement } from './agreement-rules'
import { agreementContent } from './agreement.content'
import { addAgreement, findAgreement } from './agreement.store'

/** Adds an agreement to the register. */
export const recordAgreement = (
  deps: Deps,
  { actor, once }: Editing,
  read: Read<{ slug: string; wording: AgreementWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { slug, wording }) => {
    if (await findAgreement(ledger.tx, slug, null))
      return refused({ field: 'slug', message: 'rules.taken', values: { value: slug } })
    const problems = problemsWithAgreement(wording, await knownParties(ledger.tx, wording.parties))
    if (problems.length > 0) return refused(...problems)
    addAgreement(ledger, actor, {
      id: deps.newId(),
      slug,
      fields: toContentObject(agreementContent(wording)),
    })
    return recorded(paths.agreement(slug))
  })
