import type { Deps } from '../deps'
import { toContentObject } from '../ledger/content'
import { dayOf } from '../lib/dates'
import type { Problem } from '../messages/problem'
import { edit, type Edited, type Editing, notFound, type Read, recorded, refused } from '../parties/edit'
import { paths } from '../paths'
import type { By, Channel } from '../status-reports/status-report'
import type { AssessmentWording } from './aim'
import { problemsWithAssessment } from './aim-rules'
import { assessmentContent } from './aim.content'
import { addAssessment } from './aim.store'
import { type AimPlace, findAim } from './find-aim.store'

/** How an assessment came here; a verifier's own is theirs by the name of the account. */
export interface Assessing extends Editing {
  channel: Channel
  account: By
}

// Where nothing is given, the first block is where to begin.
const atControl = (problem: Problem): Problem =>
  problem.field === 'evidence' ? { ...problem, field: 'evidence_title.0' } : problem

/** Records which way somebody says that an aim is going. Nothing of it moves a measure's standing or a score. */
export const recordAssessment = (
  deps: Deps,
  { actor, once, seen, channel, account }: Assessing,
  place: AimPlace,
  read: Read<AssessmentWording>,
): Promise<Edited> =>
  edit(deps, once, read, async (ledger, said) => {
    const found = await findAim(ledger.tx, place)
    if (!found || found.aim.withdrawn) return notFound
    const { aim, agreement } = found
    const problems = problemsWithAssessment(said, { channel, recordedOn: dayOf(deps.clock()) })
    if (problems.length > 0) return refused(...problems.map(atControl))
    if (seen !== null && aim.assessments.some(({ entry }) => entry > seen)) return { outcome: 'overtaken' }
    const wording = channel === 'own' ? { ...said, by: account } : said
    const id = deps.newId()
    const fields = toContentObject(assessmentContent(wording))
    addAssessment(ledger, actor, { id, agreement: agreement.slug, aim, fields })
    return recorded(`${paths.aim(agreement.slug, aim.code)}#assessment-${id}`)
  })
