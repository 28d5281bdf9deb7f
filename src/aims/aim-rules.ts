import { type Day, firstOfPeriod } from '../lib/dates'
import type { Problem } from '../messages/problem'
import type { Channel } from '../status-reports/status-report'
import type { AssessmentWording } from './aim'

interface Context {
  channel: Channel
  /** The UTC day on which it is recorded. */
  recordedOn: Day
}

/** What keeps an assessment from entering the record: it is of a day that has come, by somebody named, and rests on something. */
export function problemsWithAssessment(
  { asOf, asOfPrecision, by, evidence }: AssessmentWording,
  { channel, recordedOn }: Context,
): Problem[] {
  const problems: Problem[] = []
  if (asOf > recordedOn)
    problems.push(
      firstOfPeriod(asOf, asOfPrecision) <= recordedOn
        ? { field: 'as_of', message: 'rules.period_not_over' }
        : { field: 'as_of', message: 'rules.report.as_of_after', values: { day: recordedOn } },
    )
  if (channel === 'own' && by !== null)
    problems.push({ field: 'by_name', message: 'rules.assessment.own_by' })
  if (channel === 'public_source' && by === null)
    problems.push({ field: 'by_name', message: 'rules.assessment.by' })
  if (evidence.length === 0) problems.push({ field: 'evidence', message: 'rules.assessment.evidence' })
  return problems
}
