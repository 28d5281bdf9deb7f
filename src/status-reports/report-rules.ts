import type { Capacity } from '../ledger/entry'
import { type Day, firstOfPeriod, type Instant } from '../lib/dates'
import type { Problem } from '../messages/problem'
import type { ReportWording, StatusReport } from './status-report'

/** What a report is judged against: the record at the moment it enters. */
export interface ReportContext {
  concludedOn: Day
  /** The parties of the agreement. */
  parties: readonly string[]
  /** The UTC day on which the report is recorded. */
  recordedOn: Day
  /** The address of the measure itself, `agreement-slug/measure-code`. */
  measure: string
  /** Whether an address names a measure of the register. */
  knows: (measure: string) => boolean
  author: Author
  /** The report that this one corrects, where it is on the same measure. */
  corrected: CorrectedReport | undefined
}

/** Who records a report, and as what. */
export interface Author {
  actorId: string
  capacity: Capacity
}

export interface CorrectedReport {
  report: StatusReport
  /** When a correction of it that still stands was recorded. */
  correctedAt: Instant | null
}

const problem = (field: string, message: Problem['message'], values?: Problem['values']): Problem => ({
  field,
  message,
  ...(values ? { values } : {}),
})

/** What keeps a report from entering the record, field by field in the dataset's words; empty when nothing does. */
export function problemsWithReport(report: ReportWording, context: ReportContext): Problem[] {
  return [
    ...problemsWithDay(report, context),
    ...(report.kind === 'claim' ? problemsWithClaim(report, context) : problemsWithFinding(report)),
    ...problemsWithCondition(report, context),
    ...problemsWithEvidence(report),
    ...problemsWithReview(report, context),
    ...problemsWithCorrection(report, context),
  ]
}

function problemsWithDay(
  { asOf, asOfPrecision }: ReportWording,
  { concludedOn, recordedOn }: ReportContext,
): Problem[] {
  if (asOf < concludedOn) return [problem('as_of', 'rules.report.as_of_before', { day: concludedOn })]
  if (asOf <= recordedOn) return []
  return firstOfPeriod(asOf, asOfPrecision) <= recordedOn
    ? [problem('as_of', 'rules.period_not_over')]
    : [problem('as_of', 'rules.report.as_of_after', { day: recordedOn })]
}

function problemsWithClaim({ party, stage }: ReportWording, { parties }: ReportContext): Problem[] {
  const problems: Problem[] = []
  if (party === null || !parties.includes(party)) problems.push(problem('party', 'rules.report.claim_party'))
  if (stage === null) problems.push(problem('stage', 'rules.report.claim_stage'))
  return problems
}

function problemsWithFinding({ party, stage, reason }: ReportWording): Problem[] {
  const problems: Problem[] = []
  if (party !== null) problems.push(problem('party', 'rules.report.finding_party'))
  if (stage === null && reason === null) problems.push(problem('reason', 'rules.report.finding_reason'))
  return problems
}

function problemsWithCondition(report: ReportWording, context: ReportContext): Problem[] {
  const { condition, stage, supersededBy, decidedBy } = report
  if (stage === null && condition !== 'active') return [problem('condition', 'rules.report.null_condition')]
  const named = supersededBy !== null && supersededBy !== context.measure && context.knows(supersededBy)
  if (condition === 'superseded' ? !named : supersededBy !== null && !named)
    return [problem('superseded_by', 'rules.report.superseded_by')]
  return condition === 'abandoned' && decidedBy === null
    ? [problem('decided_by', 'rules.report.decided_by')]
    : []
}

function problemsWithEvidence({ kind, stage, channel, evidence }: ReportWording): Problem[] {
  const strong = evidence.some((item) => item.kind === 'act' || item.kind === 'record')
  if (kind === 'finding' && stage !== null && evidence.length === 0)
    return [problem('evidence', 'rules.report.finding_evidence')]
  if (kind === 'finding' && stage !== null && stage >= 2 && !strong)
    return [problem('evidence', 'rules.report.finding_strong')]
  return channel === 'public_source' && evidence.length === 0
    ? [problem('evidence', 'rules.report.public_evidence')]
    : []
}

// What an import brings may have been reviewed since.
const problemsWithReview = ({ evidence }: ReportWording, { recordedOn, author }: ReportContext): Problem[] =>
  author.capacity === 'operator'
    ? []
    : evidence.flatMap(({ restricted }, position) =>
        restricted && restricted.reviewOn <= recordedOn
          ? [problem(`evidence.${position}.restricted`, 'rules.evidence.review_on', { day: recordedOn })]
          : [],
      )

/** What keeps a report from correcting the one it names. */
export function problemsWithCorrection(
  report: ReportWording,
  { corrected, author }: Pick<ReportContext, 'corrected' | 'author'>,
): Problem[] {
  if (report.corrects === null) return []
  if (!corrected || corrected.report.withdrawn) return [problem('corrects', 'rules.report.corrects_unknown')]
  if (isImported(corrected.report) && author.capacity !== 'operator')
    return [problem('corrects', 'rules.report.corrects_imported')]
  if (!isOwnCorrection(report, corrected.report, author))
    return [problem('corrects', 'rules.report.corrects_other')]
  return corrected.correctedAt === null ? [] : [problem('corrects', 'rules.report.corrects_twice')]
}

/** An own report that the command line brought in: whoever wrote it has no account here. */
export const isImported = (report: Pick<StatusReport, 'channel' | 'actor'>): boolean =>
  report.channel === 'own' && report.actor.capacity === 'operator'

function isOwnCorrection(report: ReportWording, earlier: StatusReport, author: Author): boolean {
  if (report.kind !== earlier.kind || report.channel !== earlier.channel) return false
  if (report.channel === 'public_source') return true
  if (report.kind === 'claim') return report.party === earlier.party
  return author.capacity === 'operator'
    ? report.by?.name === earlier.by?.name && report.by?.organisation === earlier.by?.organisation
    : author.actorId === earlier.actor.id
}
