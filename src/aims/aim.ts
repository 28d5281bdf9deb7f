import type { Evidence } from '../evidence/evidence'
import type { Recorded } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'
import type { By } from '../status-reports/status-report'

export const VERDICTS = ['advancing', 'unchanged', 'receding', 'disputed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What an agreement is for; judged apart from its measures. */
export interface Aim extends Recorded {
  code: string
  title: string
  assessments: Assessment[]
}

/** Which way an aim is going, on a day. */
export interface AssessmentWording {
  asOf: Day
  asOfPrecision: Precision
  verdict: Verdict
  by: By | null
  summary: string | null
  evidence: Evidence[]
}

export interface Assessment extends AssessmentWording, Recorded {}
