import type { Party } from '../../src/parties/party'
import type { AttentionItem, AttentionReason } from '../../views/attention/attention-item'
import type { Frame } from '../../views/layout/frame'
import type { Change } from '../../views/ledger/change-words'
import type { LineageStep } from '../../views/measures/lineage'
import type { MeasureLine } from '../../views/measures/measure-line'
import { differenceOf } from '../../src/dashboards/compare'
import type { Listing } from '../../views/agreements/measure-listing'
import type { InclusionShown } from '../../views/ledger/inclusion'
import { sinceOn } from '../../src/standing/disagreement'
import { type TokenLine } from '../../views/users/tokens-page'
import { agreement, DAY, frame, names, paperOf, recorded, scoreFor, sumsFor, source } from './sample'
import {
  fence,
  fenceDeadlines,
  fenceReports,
  history,
  liaison,
  lines,
  patrols,
  soil,
} from './sample-measures'

export const { slug, title } = agreement
export const at = (address: string, over: Partial<Frame> = {}): Frame => ({ ...frame, address, ...over })
export const proof: InclusionShown = {
  entry: 3,
  size: 5,
  leaf: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  hashes: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='],
  root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
}
export const score = scoreFor(lines)
export const compared = lines.map(({ measure, standing }, index) => {
  const place = { agreement, measure }
  if (index === 0) return differenceOf({ ...place, before: null, after: standing }, ['visit-2020/9'])
  if (index === 1) return differenceOf({ ...place, before: standing, after: null })
  const before = { ...standing, label: 'not_started' as const, stage: 0 as const, dueOn: '2020-01-01' }
  return differenceOf({ ...place, before, after: standing })
})
export const sums = sumsFor(lines)
export const item = (reason: AttentionReason, line: MeasureLine): AttentionItem => ({
  reason,
  agreement: { slug, title },
  code: line.measure.code,
  title: line.measure.title,
  owedBy: line.measure.owedBy,
  standing: line.standing,
  since: sinceOn(line.runs, DAY),
  known: line.known,
  reviewDays: line.measure.reviewIntervalDays ?? 90,
})
export const counted = { overdue: 1, disputed: 1, stale: 1, awaiting_verification: 1, due_soon: 0 }
export const AT = '2026-10-01T08:00:00.000Z'
export const session = {
  id: 's1',
  createdAt: AT,
  lastUsedAt: AT,
  agent: null,
  browser: null,
  system: null,
  current: false,
}
export const SESSIONS = [{ ...session, browser: 'Firefox', system: 'Linux', current: true }, session]
export const token = {
  userId: 'u1',
  createdAt: AT,
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  over: false,
}
export const TOKENS: TokenLine[] = [
  { ...token, id: 't1', label: 'Nightly pull', scopes: ['read'] },
  {
    ...token,
    id: 't2',
    label: 'Old pull',
    scopes: ['read', 'report'],
    expiresAt: AT,
    lastUsedAt: AT,
    over: true,
  },
]
export const attention = [
  item('overdue', fence),
  item('disputed', soil),
  item('stale', patrols),
  item('awaiting_verification', fence),
]

let n = 413
export const change = (over: Partial<Change>, entry: Partial<Change['entry']> = {}): Change => {
  n -= 1
  return {
    entry: {
      n,
      enteredAt: '2026-11-23T14:05:00.000Z',
      recordedAt: '2026-11-23T14:05:00.000Z',
      kind: 'report_recorded',
      agreement: slug,
      measure: '4',
      subject: { type: 'report', id: 'x' },
      actor: { id: 'a1', capacity: 'editor', party: null },
      digest: `sha256:${'0'.repeat(64)}`,
      ...entry,
    },
    agreement: { slug, title },
    measure: { code: '4', title: liaison.measure.title },
    party: null,
    report: null,
    due: null,
    title: null,
    redacted: false,
    answered: null,
    owedBy: ['pakistan', 'iran'],
    ...over,
  }
}
export const changes = [
  change({ party: 'pakistan', report: fenceReports[2]! }),
  change({ report: history[0]!.report }, { actor: { id: 'v', capacity: 'verifier', party: null } }),
  change({ due: { on: '2025-09-22', precision: 'day' } }, { kind: 'deadline_set' }),
  change({ measure: null }, { kind: 'agreement_added', recordedAt: '2024-01-01T00:00:00.000Z' }),
]

export const step = (concludedOn: string, where: string, over: Partial<LineageStep> = {}): LineageStep => ({
  agreement: { slug: `talks-${concludedOn.slice(0, 4)}`, title: where },
  code: '1',
  title: 'Hotline between border forces',
  concludedOn,
  concludedOnPrecision: 'day',
  label: 'superseded',
  ...over,
})
export const lineage = [
  step('2014-05-06', 'Interior ministers’ talks', { label: 'lapsed' }),
  step('2015-04-30', '18th Joint Border Commission', { concludedOnPrecision: 'month' }),
  step('2017-05-03', 'Foreign minister’s visit to Islamabad'),
  step('2017-11-07', title, { title: 'Hotline between field commanders', label: 'not_assessed', here: true }),
  step('2025-05-28', 'Ministers’ talks in Tehran', { label: 'not_assessed' }),
]

export const agreements = [
  { agreement, score, attention: 4, concluded: true },
  {
    agreement: {
      ...agreement,
      slug: 'gas-pipeline-2009',
      title: 'Iran–Pakistan gas pipeline',
      kind: 'contract' as const,
      concludedOn: '2009-06-05',
      concludedOnPrecision: 'month' as const,
    },
    score: scoreFor([{ ...fence }, { ...soil }]),
    attention: 2,
    concluded: false,
  },
]
export const party: Party = {
  ...recorded(),
  slug: 'iran',
  name: 'Iran',
  kind: 'state',
  partOf: null,
  names: { fa: 'ایران', ur: 'ایران' },
}
export const record = { owed: 6, dated: 1, metOnTime: 0, metLate: 0, overdue: 1, moved: 1, repledged: 1 }
export const revised = {
  entry: 12,
  recordedAt: '2026-01-05T09:00:00.000Z',
  enteredAt: '2026-01-05T09:00:00.000Z',
  actor: { id: 'a1', capacity: 'editor', party: null },
} as const
export const older = [
  { ...revised, reason: 'The place was missing.', before: { ...agreement, place: null }, after: agreement },
]

export const monthly = ['2017-11-07', '2018-02-01', '2019-02-13', '2024-05-01', '2026-11-23'].map(
  (on, index) => ({
    on,
    counts: {
      ...scoreFor([]).counts,
      not_assessed: 6 - index,
      in_progress: Math.min(2, index),
      partly_implemented: Math.max(0, index - 2),
    },
  }),
)

export const view = history[0]!
export const may = { revise: true, withdraw: true, addMeasure: true, note: true }
export const note = {
  ...recorded(),
  on: '2017-10-07',
  onPrecision: 'day' as const,
  kind: 'conflict' as const,
  byParty: null,
  text: 'One outlet places the visit on 7 October.',
  evidence: [
    source({ kind: 'comment', url: 'https://gandhara.rferl.org/a/28842977.html', publisher: 'Gandhara' }),
  ],
}
export const aims = ['A peaceful Afghanistan', 'No foothold for Da’ish', 'Normal relations'].map(
  (aim, index) => ({
    ...recorded(),
    code: String(index),
    title: aim,
    assessments:
      index === 0
        ? []
        : [
            {
              ...recorded(),
              asOf: '2024-01-31',
              asOfPrecision: 'month' as const,
              verdict: index === 1 ? ('disputed' as const) : ('receding' as const),
              by: { organisation: 'Followthrough editors (illustration)' },
              summary: 'Strikes across the border in both directions, then ambassadors back within ten days.',
              evidence: [],
            },
          ],
  }),
)
export const observation = {
  ...recorded(),
  observedOn: '2022-03-31',
  observedOnPrecision: 'inferred' as const,
  quantity: 658.751,
  total: 830.6,
  percentStated: 70.3,
  unit: 'km',
  note: 'The rest by December 2023.',
  evidence: [
    source({
      kind: 'record',
      url: 'https://www.brecorder.com/news/40159289',
      publisher: 'Business Recorder',
    }),
  ],
}
export const user = {
  id: 'u1',
  actorId: 'a9',
  email: 'amina@example.org',
  name: 'Amina Khan',
  organisation: 'Foreign Office',
  party: 'pakistan',
  roles: ['reporter' as const],
  disabledAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
}
export const listingOf = (lines: readonly MeasureLine[]): Listing => ({
  groups: [
    {
      ...{ theme: null, continued: false, total: lines.length, held: lines.length },
      ...{ counts: scoreFor(lines).counts, lines },
    },
  ],
  themes: [{ theme: null, total: lines.length, page: 1 }],
  page: 1,
  pages: 1,
  fitting: lines.length,
  all: lines.length,
})
export const agreementProps = {
  names,
  agreement,
  score,
  sums,
  standings: lines.map(({ standing }) => standing),
  listing: listingOf(lines),
  chosen: { q: '', party: '', label: '', flag: '', theme: '' },
  themes: ['border'],
  attentionTotal: attention.length + 2,
  overTime: { reading: 'true' as const, counts: monthly, deadlines: [fenceDeadlines] },
  implementability: lines.map((one) => paperOf(one.measure)),
  withdrawn: 1,
}
export const viewer = { name: 'Amina Khan', roles: ['reporter'], party: 'pakistan' }

export const said = {
  findings: 2,
  replies: view.replies.map((reply) => ({
    reply,
    finding: view.report,
    agreement: { slug, title },
    measure: { code: '4', title: liaison.measure.title },
  })),
  foreign: fenceReports
    .filter(({ party }) => party === 'pakistan')
    .map((report) => ({
      report,
      owedBy: ['iran'],
      agreement: { slug, title },
      measure: { code: '2', title: fence.measure.title },
    })),
}
