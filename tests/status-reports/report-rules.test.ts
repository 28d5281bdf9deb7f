import { describe, expect, test } from 'vitest'
import type { StatusReport } from '../../src/status-reports/status-report'
import {
  type CorrectedReport,
  problemsWithReport,
  type ReportContext,
} from '../../src/status-reports/report-rules'
import type { ReportWording } from '../../src/status-reports/status-report'

const ACT = source('act')
const WORDS = [source('announcement'), source('comment')]

function source(kind: 'act' | 'announcement' | 'comment' | 'record') {
  return {
    kind,
    title: 'T',
    url: null,
    publisher: null,
    publishedOn: null,
    publishedOnPrecision: 'day' as const,
    language: null,
  }
}

const CLAIM: ReportWording = {
  kind: 'claim',
  party: 'iran',
  stage: 2,
  reason: null,
  condition: 'active',
  supersededBy: null,
  decidedBy: null,
  asOf: '2024-05-01',
  asOfPrecision: 'day',
  channel: 'own',
  by: null,
  summary: null,
  language: null,
  evidence: [],
  corrects: null,
  approvedBy: null,
}
const FINDING: ReportWording = { ...CLAIM, kind: 'finding', party: null, evidence: [ACT] }
const NULL: ReportWording = { ...FINDING, stage: null, reason: 'classified', evidence: [] }

const CONTEXT: ReportContext = {
  concludedOn: '2017-11-07',
  parties: ['iran', 'pakistan'],
  recordedOn: '2026-11-23',
  measure: 'visit-2017/1',
  knows: (address) => ['visit-2017/1', 'visit-2020/A'].includes(address),
  author: { actorId: 'me', capacity: 'reporter' },
  corrected: undefined,
}

const found = (report: ReportWording, context: Partial<ReportContext> = {}) =>
  problemsWithReport(report, { ...CONTEXT, ...context }).map(({ field, message }) => `${field} ${message}`)

describe('allowed', () => {
  test.each<[string, ReportWording]>([
    ['a claim without evidence', CLAIM],
    ['a claim of a party that does not owe it', { ...CLAIM, party: 'pakistan' }],
    ['on the very day of conclusion', { ...CLAIM, asOf: '2017-11-07' }],
    ['on the very day of recording', { ...CLAIM, asOf: '2026-11-23' }],
    ['a finding with an act', FINDING],
    ['a finding with a record', { ...FINDING, stage: 3, evidence: [source('record'), ...WORDS] }],
    ['a finding of stage 0 on announcements', { ...FINDING, stage: 0, evidence: WORDS }],
    ['a finding of stage 1 on comments', { ...FINDING, stage: 1, evidence: [source('comment')] }],
    ['a finding that cannot tell, without evidence', NULL],
    ['stage 3 reversed', { ...CLAIM, stage: 3, condition: 'reversed' }],
    ['stage 0 stalled', { ...CLAIM, stage: 0, condition: 'stalled' }],
    [
      'superseded by an earlier or later measure',
      { ...CLAIM, condition: 'superseded', supersededBy: 'visit-2020/A' },
    ],
    ['abandoned by somebody', { ...CLAIM, condition: 'abandoned', decidedBy: 'The cabinet' }],
    ['a public source with an announcement', { ...CLAIM, channel: 'public_source', evidence: WORDS }],
  ])('%s', (_, report) => expect(found(report)).toEqual([]))
})

describe('refused', () => {
  test.each<[string, ReportWording, string]>([
    ['before conclusion', { ...CLAIM, asOf: '2017-11-06' }, 'as_of rules.report.as_of_before'],
    ['after recording', { ...CLAIM, asOf: '2026-11-24' }, 'as_of rules.report.as_of_after'],
    ['a month not over', { ...CLAIM, asOf: '2026-11-30', asOfPrecision: 'month' }, 'as_of rules.period_not_over'],
    ['a year not over', { ...CLAIM, asOf: '2026-12-31', asOfPrecision: 'year' }, 'as_of rules.period_not_over'],
    ['a later month', { ...CLAIM, asOf: '2026-12-31', asOfPrecision: 'month' }, 'as_of rules.report.as_of_after'],
    ['a claim of nobody', { ...CLAIM, party: null }, 'party rules.report.claim_party'],
    ['a claim of a stranger', { ...CLAIM, party: 'oman' }, 'party rules.report.claim_party'],
    ['a claim that cannot tell', { ...CLAIM, stage: null, reason: 'classified' }, 'stage rules.report.claim_stage'],
    ['a finding of a party', { ...FINDING, party: 'iran' }, 'party rules.report.finding_party'],
    ['a finding without stage and reason', { ...NULL, reason: null }, 'reason rules.report.finding_reason'],
    ['nobody can tell, yet stalled', { ...NULL, condition: 'stalled' }, 'condition rules.report.null_condition'],
    ['superseded by nothing', { ...CLAIM, condition: 'superseded' }, 'superseded_by rules.report.superseded_by'],
    ['superseded by itself', { ...CLAIM, condition: 'superseded', supersededBy: 'visit-2017/1' }, 'superseded_by rules.report.superseded_by'],
    ['superseded by the unknown', { ...CLAIM, condition: 'superseded', supersededBy: 'nowhere/1' }, 'superseded_by rules.report.superseded_by'],
    ['abandoned by nobody', { ...CLAIM, condition: 'abandoned' }, 'decided_by rules.report.decided_by'],
    ['a finding on nothing', { ...FINDING, stage: 0, evidence: [] }, 'evidence rules.report.finding_evidence'],
    ['stage 2 found on words', { ...FINDING, stage: 2, evidence: WORDS }, 'evidence rules.report.finding_strong'],
    ['stage 3 found on words', { ...FINDING, stage: 3, evidence: WORDS }, 'evidence rules.report.finding_strong'],
    ['a public source unnamed', { ...CLAIM, channel: 'public_source' }, 'evidence rules.report.public_evidence'],
    ['a public null finding unnamed', { ...NULL, channel: 'public_source' }, 'evidence rules.report.public_evidence'],
  ])('%s', (_, report, problem) => expect(found(report)).toEqual([problem])) // prettier-ignore
})

describe('a correction', () => {
  const earlier = (more: Partial<StatusReport>, correctedAt: string | null = null): CorrectedReport => ({
    report: {
      ...CLAIM,
      id: 'r',
      entry: 1,
      recordedAt: '2026-01-01T00:00:00.000Z',
      enteredAt: '2026-01-01T00:00:00.000Z',
      actor: { id: 'me', capacity: 'reporter', party: 'iran' },
      withdrawn: null,
      measure: { agreement: 'visit-2017', code: '1' },
      ...more,
    },
    correctedAt,
  })
  const claim = { ...CLAIM, corrects: 'r' }
  const finding = { ...FINDING, corrects: 'r' }
  const publicly = { ...CLAIM, channel: 'public_source' as const, evidence: [ACT], corrects: 'r' }
  const somebody = { id: 'somebody', capacity: 'reporter' as const, party: 'iran' }
  const operator = { id: 'operator', capacity: 'operator' as const, party: null }
  const withdrawn = { at: '2026-02-01T00:00:00.000Z', reason: null, entry: 2, actor: operator }

  test.each<[string, ReportWording, CorrectedReport | undefined, string[]]>([
    ['of the own party’s claim', claim, earlier({}), []],
    ['of the own party’s claim by a colleague', claim, earlier({ actor: somebody }), []],
    ['of the own finding', finding, earlier({ ...FINDING, actor: { ...somebody, id: 'me' } }), []],
    [
      'of what another editor took down',
      publicly,
      earlier({ ...publicly, corrects: null, actor: somebody }),
      [],
    ],
    ['of what is not there', claim, undefined, ['corrects_unknown']],
    ['of what was withdrawn', claim, earlier({ withdrawn }), ['corrects_unknown']],
    ['of another party’s claim', claim, earlier({ party: 'pakistan' }), ['corrects_other']],
    ['of a claim by a finding', finding, earlier({}), ['corrects_other']],
    ['of another account’s finding', finding, earlier({ ...FINDING, actor: somebody }), ['corrects_other']],
    ['of a public source by an own claim', claim, earlier({ channel: 'public_source' }), ['corrects_other']],
    ['of an own claim by a public source', publicly, earlier({}), ['corrects_other']],
    ['of an imported own claim', claim, earlier({ actor: operator }), ['corrects_imported']],
    ['of what is corrected already', claim, earlier({}, '2026-03-01T00:00:00.000Z'), ['corrects_twice']],
  ])('%s', (_, report, corrected, problems) => {
    const expected = problems.map((problem) => `corrects rules.report.${problem}`)
    expect(found(report, { corrected })).toEqual(expected)
  })
})
