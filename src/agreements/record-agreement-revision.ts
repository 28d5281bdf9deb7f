import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
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
import { knownParties } from '../parties/record-party'
import { paths } from '../paths'
import type { Agreement, AgreementWording } from './agreement'
import { problemsWithAgreement } from './agreement-rules'
import { agreementContent } from './agreement.content'
import { findAgreement, owingParties, reviseAgreement } from './agreement.store'
import { withIds } from './evidence-blocks'

/** Gives an agreement another wording; the one before stays readable. */
export const recordAgreementRevision = (
  deps: Deps,
  { actor, once, seen }: Editing,
  slug: string,
  read: Read<{ reason: string; wording: AgreementWording }>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, { reason, wording }) => {
    const found = await findAgreement(ledger.tx, slug, null)
    if (!found || found.agreement.withdrawn) return notFound
    const { agreement } = found
    const next = asRevised(agreement, wording)
    const problems = problemsWithAgreement(next, await knownParties(ledger.tx, next.parties))
    problems.push(...problemsWithLeaving(await owingParties(ledger.tx, agreement.id), next.parties))
    const fields = changesBetween(agreementContent(agreement), agreementContent(next))
    if (Object.keys(fields).length === 0) problems.push({ field: 'title', message: 'rules.revision.same' })
    if (problems.length > 0) return refused(...problems)
    if (isOvertaken(found, seen)) return { outcome: 'overtaken' }
    reviseAgreement(ledger, actor, { id: agreement.id, slug, reason, fields })
    return recorded(paths.agreement(slug))
  })

const asRevised = (agreement: Agreement, wording: AgreementWording): AgreementWording => ({
  ...wording,
  parties: inOldOrder(agreement.parties, wording.parties),
  sources: withIds(agreement.sources, wording.sources),
})

/** A party that owes a standing measure cannot leave its agreement: the measure would be owed by nobody bound by it. */
const problemsWithLeaving = (
  owing: readonly { party: string; code: string }[],
  parties: readonly string[],
): Problem[] =>
  owing
    .filter(({ party }) => !parties.includes(party))
    .slice(0, 1)
    .map((values) => ({ field: 'parties', message: 'forms.agreement.party_owes', values }))
