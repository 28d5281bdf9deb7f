import type { Party } from '../../src/parties/party'
import { paths } from '../../src/paths'
import type { AttentionItem, AttentionReason } from '../../views/attention/attention-item'
import type { Frame } from '../../views/layout/frame'
import type { Change } from '../../views/ledger/change-words'
import { bodiesOf } from '../../src/measures/bodies'
import type { LineageStep } from '../../views/measures/lineage'
import type { MeasureLine } from '../../views/measures/measure-line'
import { differenceOf, flowsOf, tallyOf } from '../../src/dashboards/compare'
import { ComparePage } from '../../views/dashboards/compare-page'
import { AimPage } from '../../views/aims/aim-page'
import { AgreementPage } from '../../views/agreements/agreement-page'
import type { Listing } from '../../views/agreements/measure-listing'
import { ScorePage } from '../../views/agreements/score-page'
import { inputOf } from '../../src/standing/score-input'
import { AgreementsPage } from '../../views/agreements/agreements-page'
import { AttentionPage } from '../../views/attention/attention-page'
import { ErrorPage } from '../../views/errors/error-page'
import { HomePage } from '../../views/dashboards/home-page'
import type { InclusionShown } from '../../views/ledger/inclusion'
import { LedgerAboutPage } from '../../views/ledger/ledger-about-page'
import { LedgerPage } from '../../views/ledger/ledger-page'
import { MeasurePage } from '../../views/measures/measure-page'
import { ImplementabilityPage } from '../../views/about/implementability-page'
import { outcomesOf } from '../../src/standing/outcomes'
import { MethodPage } from '../../views/about/method-page'
import { PairPage } from '../../views/parties/pair-page'
import { PartiesPage } from '../../views/parties/parties-page'
import { PartyPage } from '../../views/parties/party-page'
import { ReportPage } from '../../views/status-reports/report-page'
import { sinceOn } from '../../src/standing/disagreement'
import { agreementFacets } from '../../views/agreements/agreement-facets'
import { RevisionsPage } from '../../views/revisions/revisions-page'
import { wordsIn } from '../../views/ui/words'
import { SearchPage } from '../../views/search/search-page'
import { AccountPage } from '../../views/users/account-page'
import { InvitationPage } from '../../views/users/invitation-page'
import { FeedKeysPage } from '../../views/users/feed-keys-page'
import { ForgottenPage } from '../../views/users/forgotten-page'
import { SecondFactorPage } from '../../views/users/second-factor-page'
import { SecondStepPage } from '../../views/users/second-step-page'
import { SignInPage } from '../../views/users/sign-in-page'
import { type TokenLine, TokensPage } from '../../views/users/tokens-page'
import type { Rendered } from './html'
import { outcomes } from './sample-outcomes'
import { howLong, moves } from './sample-pair'
import { draftPages, ownDrafts, toReview } from './sample-drafts'
import {
  agreement,
  DAY,
  deadlineOf,
  frame,
  names,
  paperOf,
  reportsOf,
  recorded,
  scoreFor,
  sumsFor,
  source,
  viewOf,
} from './sample'
import {
  fence,
  fenceDeadlines,
  fenceReports,
  history,
  hotline,
  liaison,
  lines,
  patrols,
  soil,
  visits,
} from './sample-measures'

const { slug, title } = agreement
const at = (address: string, over: Partial<Frame> = {}): Frame => ({ ...frame, address, ...over })
const proof: InclusionShown = {
  entry: 3,
  size: 5,
  leaf: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  hashes: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='],
  root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
}
const score = scoreFor(lines)
const compared = lines.map(({ measure, standing }, index) => {
  const place = { agreement, measure }
  if (index === 0) return differenceOf({ ...place, before: null, after: standing }, ['visit-2020/9'])
  if (index === 1) return differenceOf({ ...place, before: standing, after: null })
  const before = { ...standing, label: 'not_started' as const, stage: 0 as const, dueOn: '2020-01-01' }
  return differenceOf({ ...place, before, after: standing })
})
const sums = sumsFor(lines)
const item = (reason: AttentionReason, line: MeasureLine): AttentionItem => ({
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
const counted = { overdue: 1, disputed: 1, stale: 1, awaiting_verification: 1, due_soon: 0 }
const AT = '2026-10-01T08:00:00.000Z'
const session = {
  id: 's1',
  createdAt: AT,
  lastUsedAt: AT,
  agent: null,
  browser: null,
  system: null,
  current: false,
}
const SESSIONS = [{ ...session, browser: 'Firefox', system: 'Linux', current: true }, session]
const token = { userId: 'u1', createdAt: AT, expiresAt: null, lastUsedAt: null, revokedAt: null, over: false }
const TOKENS: TokenLine[] = [
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
const attention = [
  item('overdue', fence),
  item('disputed', soil),
  item('stale', patrols),
  item('awaiting_verification', fence),
]

let n = 413
const change = (over: Partial<Change>, entry: Partial<Change['entry']> = {}): Change => {
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
const changes = [
  change({ party: 'pakistan', report: fenceReports[2]! }),
  change({ report: history[0]!.report }, { actor: { id: 'v', capacity: 'verifier', party: null } }),
  change({ due: { on: '2025-09-22', precision: 'day' } }, { kind: 'deadline_set' }),
  change({ measure: null }, { kind: 'agreement_added', recordedAt: '2024-01-01T00:00:00.000Z' }),
]

const step = (concludedOn: string, where: string, over: Partial<LineageStep> = {}): LineageStep => ({
  agreement: { slug: `talks-${concludedOn.slice(0, 4)}`, title: where },
  code: '1',
  title: 'Hotline between border forces',
  concludedOn,
  concludedOnPrecision: 'day',
  label: 'superseded',
  ...over,
})
const lineage = [
  step('2014-05-06', 'Interior ministers’ talks', { label: 'lapsed' }),
  step('2015-04-30', '18th Joint Border Commission', { concludedOnPrecision: 'month' }),
  step('2017-05-03', 'Foreign minister’s visit to Islamabad'),
  step('2017-11-07', title, { title: 'Hotline between field commanders', label: 'not_assessed', here: true }),
  step('2025-05-28', 'Ministers’ talks in Tehran', { label: 'not_assessed' }),
]

const agreements = [
  { agreement, score, attention: 4 },
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
  },
]
const party: Party = {
  ...recorded(),
  slug: 'iran',
  name: 'Iran',
  kind: 'state',
  partOf: null,
  names: { fa: 'ایران', ur: 'ایران' },
}
const record = { owed: 6, dated: 1, metOnTime: 0, metLate: 0, overdue: 1, moved: 1, repledged: 1 }
const revised = {
  entry: 12,
  recordedAt: '2026-01-05T09:00:00.000Z',
  enteredAt: '2026-01-05T09:00:00.000Z',
  actor: { id: 'a1', capacity: 'editor', party: null },
} as const
const older = [
  { ...revised, reason: 'The place was missing.', before: { ...agreement, place: null }, after: agreement },
]

const monthly = ['2017-11-07', '2018-02-01', '2019-02-13', '2024-05-01', '2026-11-23'].map((on, index) => ({
  on,
  counts: {
    ...scoreFor([]).counts,
    not_assessed: 6 - index,
    in_progress: Math.min(2, index),
    partly_implemented: Math.max(0, index - 2),
  },
}))

const view = history[0]!
const may = { revise: true, withdraw: true, addMeasure: true, note: true }
const note = {
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
const aims = ['A peaceful Afghanistan', 'No foothold for Da’ish', 'Normal relations'].map((aim, index) => ({
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
}))
const observation = {
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
const user = {
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
const listingOf = (lines: readonly MeasureLine[]): Listing => ({
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
const agreementProps = {
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
const viewer = { name: 'Amina Khan', roles: ['reporter'], party: 'pakistan' }

/** Every page of the site with believable contents, and the states worth looking at. */
const said = {
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

export const pages: Record<string, Rendered> = {
  ...draftPages,
  home: (
    <HomePage
      frame={at(paths.home)}
      {...{ names, score, sums, agreements, attention, changes }}
      agreementsTotal={2}
      attentionCounts={counted}
    />
  ),
  'home-signed-in': (
    <HomePage
      frame={at(paths.home, { viewer })}
      {...{ names, score, sums, agreements, attention, changes }}
      agreementsTotal={2}
      attentionCounts={counted}
      waiting={{
        party: 'pakistan',
        overdue: [item('overdue', fence)],
        stale: [item('stale', patrols)],
        findings: [
          {
            report: view.report,
            state: 'live',
            agreement: { slug, title },
            measure: { code: '4', title: liaison.measure.title },
          },
        ],
        drafts: ownDrafts,
        review: toReview,
      }}
    />
  ),
  'home-empty': (
    <HomePage
      frame={at(paths.home, { head: null, attention: 0 })}
      {...{ names }}
      score={scoreFor([])}
      sums={sumsFor([])}
      agreements={[]}
      attention={[]}
      agreementsTotal={0}
      attentionCounts={{ ...counted, overdue: 0, disputed: 0, stale: 0, awaiting_verification: 0 }}
      changes={[]}
    />
  ),
  agreements: (
    <AgreementsPage
      frame={at('/agreements?party=iran')}
      {...{ names, agreements }}
      total={2}
      chosen={{ party: 'iran', label: '', flag: '', theme: '', year: '' }}
      themes={['border security', 'energy']}
      years={['2009', '2017']}
      mayAdd
      newer={null}
      older="/agreements?party=iran&after=x"
    />
  ),
  'agreements-none': (
    <AgreementsPage
      frame={at('/agreements?year=1999')}
      names={names}
      agreements={[]}
      total={0}
      chosen={{ party: '', label: '', flag: '', theme: '', year: '1999' }}
      themes={[]}
      years={['1999']}
      newer={null}
      older={null}
    />
  ),
  agreement: (
    <AgreementPage
      frame={at(paths.agreement(slug))}
      {...agreementProps}
      {...{ attention, aims, changes, may }}
      notes={[note]}
      revisions={older}
    />
  ),
  'agreement-score': (
    <ScorePage
      frame={at(paths.score(slug))}
      {...{ names, agreement, sums }}
      inputs={lines.map((line) => ({
        ...{ code: line.measure.code, title: line.measure.title, label: line.standing.label },
        input: line.measure.code === '2' ? null : inputOf({ ...line, ...line.measure, parties: [] }),
      }))}
      page={1}
      pages={1}
    />
  ),
  'agreement-score-covered': (
    <ScorePage
      frame={at(paths.score(slug))}
      {...{ names, agreement }}
      sums={sumsFor([visits])}
      inputs={[]}
      page={1}
      pages={1}
    />
  ),
  'agreement-known-then': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?history=known`)}
      {...agreementProps}
      {...{ attention, aims, changes }}
      overTime={{ reading: 'known', counts: monthly, deadlines: [] }}
      notes={[]}
      revisions={[]}
    />
  ),
  aim: (
    <AimPage
      frame={at(paths.aim(slug, '1'))}
      names={names}
      agreement={agreement}
      aim={aims[1]!}
      assessments={aims[1]!.assessments.map((assessment) => ({
        assessment,
        channel: 'public_source',
        mayWithdraw: true,
      }))}
      live={aims[1]!.assessments}
      may={{ assess: true, withdraw: true }}
    />
  ),
  compare: (
    <ComparePage
      frame={at(paths.compareAgreement(slug))}
      names={names}
      agreement={agreement}
      days={{ from: '2018-01-01', to: '2026-11-23', by: 'then' }}
      problems={[]}
      chosen={{ party: '', theme: '', label: '' }}
      result={{
        tally: tallyOf(compared),
        flows: flowsOf(compared),
        score: { before: scoreFor([]), after: score },
        items: compared,
        total: compared.length,
        newer: null,
        older: `${paths.compareAgreement(slug)}?page=2`,
        dueKnown: new Map(),
        reports: new Map([
          [
            hotline.measure.id,
            [
              {
                ...{ id: 'r', kind: 'claim' as const, party: 'iran', stage: 1 },
                ...{ asOf: '2019-01-01', asOfPrecision: 'day' as const },
              },
            ],
          ],
        ]),
        themes: ['border'],
        known: { before: '2018-01-01T23:59:59.999Z', after: null },
      }}
    />
  ),
  'compare-refused': (
    <ComparePage
      frame={at(paths.compare)}
      names={names}
      agreement={null}
      days={{ from: '2018-02-30', to: '2017-01-01', by: 'now' }}
      problems={[{ field: 'from', message: 'compare.bad_day' }]}
      chosen={{ party: 'iran', theme: 'border', label: 'implemented' }}
      result={null}
    />
  ),
  'agreement-revisions': (
    <RevisionsPage
      frame={at(paths.agreementRevisions(slug))}
      names={names}
      thing={{ title, href: paths.agreement(slug) }}
      first={{ entry: 3, recordedAt: '2026-01-04T09:00:00.000Z', wording: { ...agreement, place: null } }}
      revisions={older}
      facets={(wording) => agreementFacets(wordsIn('en'), wording, names)}
      withdrawn={[
        {
          agreement: slug,
          code: '7',
          title: 'Entered twice',
          withdrawn: { at: revised.recordedAt, reason: 'Listed twice.', entry: 14, actor: revised.actor },
        },
      ]}
    />
  ),
  'agreement-past': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?as_of=2020-01-01&known_at=2026-11-23`, {
        asOf: '2020-01-01',
        knownAt: '2026-11-23T23:59:59.999Z',
      })}
      {...agreementProps}
      listing={listingOf(
        lines.map((one) => ({
          ...one,
          runs: one.runs.filter(({ fromOn }) => fromOn <= '2020-01-01'),
          deadlines: [],
        })),
      )}
      {...{ attention, aims, changes }}
      notes={[]}
      revisions={[]}
    />
  ),
  'agreement-early': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?as_of=2016-01-01`, { asOf: '2016-01-01' })}
      {...agreementProps}
      score={scoreFor([])}
      standings={[]}
      listing={listingOf([])}
      implementability={[]}
      attention={[]}
      aims={[]}
      notes={[]}
      revisions={[]}
      changes={[]}
    />
  ),
  'agreement-withdrawn': (
    <AgreementPage
      frame={at(paths.agreement(slug))}
      {...agreementProps}
      agreement={{
        ...agreement,
        withdrawn: {
          at: '2026-11-20T10:00:00.000Z',
          reason: 'Entered twice.',
          entry: 401,
          actor: { id: 'a1', capacity: 'editor', party: null },
        },
      }}
      {...{ attention, changes }}
      aims={[]}
      notes={[]}
      revisions={[]}
    />
  ),
  measure: (
    <MeasurePage
      frame={at(paths.measure(slug, '4'))}
      names={names}
      line={liaison}
      implementability={paperOf(liaison.measure)}
      {...reportsOf(history, liaison)}
      deadlines={[]}
      lineage={[]}
      observations={[]}
      notes={[note]}
      revisions={[]}
      may={{ report: true, revise: true, withdraw: true, deadline: true, note: true, observation: true }}
    />
  ),
  'measure-fence': (
    <MeasurePage
      frame={at(paths.measure(slug, '2'))}
      names={names}
      line={fence}
      implementability={paperOf(fence.measure)}
      {...reportsOf(
        fenceReports.map((report) => viewOf(report, 'live', { owedBy: ['iran'] })),
        fence,
      )}
      deadlines={[
        ...fenceDeadlines,
        deadlineOf({
          dueOn: '2023-12-31',
          withdrawn: {
            at: DAY + 'T00:00:00.000Z',
            reason: null,
            entry: 9,
            actor: { id: 'a1', capacity: 'editor', party: null },
          },
        }),
      ]}
      lineage={[]}
      observations={[observation]}
      notes={[]}
      revisions={[
        {
          ...revised,
          reason: null,
          before: { ...fence.measure, title: 'Iran fences the border' },
          after: fence.measure,
        },
      ]}
    />
  ),
  'measure-hotline': (
    <MeasurePage
      frame={at(paths.measure(slug, '1'))}
      names={names}
      line={hotline}
      implementability={paperOf(hotline.measure)}
      {...reportsOf([], hotline)}
      deadlines={[]}
      lineage={lineage}
      observations={[]}
      notes={[]}
      revisions={[]}
    />
  ),
  report: (
    <ReportPage
      proof={proof}
      frame={at(paths.report(view.report.id))}
      names={names}
      view={{
        ...view,
        may: {
          correct: true,
          withdraw: true,
          reply: true,
          withdrawReplies: view.replies.map(({ id }) => id),
        },
      }}
      agreement={{ slug, title }}
      measure={{ code: '4', title: liaison.measure.title }}
    />
  ),
  parties: (
    <PartiesPage
      frame={at(paths.parties)}
      names={names}
      parties={[
        { party, agreements: 9, owed: 31, score },
        {
          party: { ...party, slug: 'frontier-corps', kind: 'force', partOf: 'pakistan' },
          agreements: 1,
          owed: 0,
          score: scoreFor([]),
        },
      ]}
      total={2}
      page={1}
      pages={1}
      mayAdd
    />
  ),
  party: (
    <PartyPage
      frame={at(paths.party('iran'))}
      {...{ names, party, record, score, sums, agreements, changes }}
      forces={['frontier-corps']}
      bodies={bodiesOf(
        [{ ...fence, measure: { ...fence.measure, bodies: { [party.slug]: 'Border guards' } } }, soil],
        party.slug,
      )}
      owes={{ lines: [fence, soil], page: 1, pages: 3 }}
      agreementsTotal={2}
      said={said}
      partners={[{ slug: 'pakistan', agreements: 2, score }]}
      revisions={[]}
      may={{ revise: true, withdraw: true }}
    />
  ),
  pair: (
    <PairPage
      frame={at(paths.pair('iran', 'pakistan'))}
      {...{ names, score, agreements, record }}
      one="iran"
      other="pakistan"
      span={{ from: '2014-05-06', to: DAY }}
      threads={[lineage]}
      howLong={howLong}
      moves={moves}
    />
  ),
  implementability: (
    <ImplementabilityPage
      frame={at('/about/implementability?theme=border')}
      names={names}
      outcomes={outcomes}
      chosen={{ party: '', theme: 'border', year: '' }}
      themes={['border']}
      years={['2017']}
    />
  ),
  'implementability-none': (
    <ImplementabilityPage
      frame={at(paths.implementability)}
      names={names}
      outcomes={outcomesOf([])}
      chosen={{ party: '', theme: '', year: '' }}
      themes={[]}
      years={[]}
    />
  ),
  attention: (
    <AttentionPage
      frame={at(paths.attention)}
      names={names}
      items={attention}
      counts={counted}
      measures={3}
      chosen={{ reason: '', party: '', label: '', flag: '', theme: '', year: '' }}
      themes={['border security']}
      years={['2017']}
      newer={null}
      older="/attention?after=x"
    />
  ),
  search: (
    <SearchPage
      frame={at('/search?q=fence')}
      names={names}
      q="fence"
      hits={[
        {
          kind: 'measure',
          report: null,
          reply: null,
          owedBy: ['pakistan'],
          href: paths.measure(slug, '2'),
          title: fence.measure.title,
          where: title,
          excerpt: 'A first phase of about 90 km.',
          language: null,
        },
        {
          kind: 'note',
          report: null,
          reply: null,
          owedBy: [],
          href: paths.agreement(slug),
          title: 'رابطہ',
          where: null,
          excerpt: 'سرحد پر باڑ',
          language: 'ur',
        },
      ]}
      total={2}
      newer={null}
      older={null}
    />
  ),
  'search-none': (
    <SearchPage
      frame={at('/search?q=xyz')}
      names={names}
      q="<xyz>"
      hits={[]}
      total={0}
      newer={null}
      older={null}
    />
  ),
  ledger: (
    <LedgerPage
      frame={at(paths.ledger)}
      names={names}
      changes={changes}
      newer={null}
      older="/ledger?before=408"
    />
  ),
  'ledger-about': (
    <LedgerAboutPage
      frame={at(paths.ledgerAbout)}
      checkpoint={
        'register.example/ledger\n412\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— register.example/ledger x08go/ZJkuBS9UG=\n'
      }
      keys={[
        { text: 'register.example/ledger+00000001+AAAA', since: 0, handedOver: false },
        { text: 'register.example/ledger+00000002+AAAA', since: 17, handedOver: true },
        { text: 'register.example/ledger+00000003+AAAA', since: 300, handedOver: false },
      ]}
    />
  ),
  'ledger-unsigned': <LedgerAboutPage frame={at(paths.ledgerAbout)} checkpoint={null} keys={[]} />,
  method: <MethodPage frame={at(paths.method)} />,
  'error-404': <ErrorPage frame={at('/nowhere')} status={404} />,
  'error-409': (
    <ErrorPage frame={at('/reports/x')} status={409} detail="Entry 413 is newer." requestId="req-1" />
  ),
  'error-500': <ErrorPage frame={at('/')} status={500} requestId="8f2a" />,
  'sign-in': (
    <SignInPage
      frame={at(paths.signIn)}
      email="amina@example.org"
      problems={[{ field: 'password', message: 'rules.required' }]}
      next="/account"
    />
  ),
  invitation: (
    <InvitationPage
      frame={at('/invitations/t')}
      token="t"
      name="Amina Khan"
      email="amina@example.org"
      problems={[]}
    />
  ),
  account: (
    <AccountPage
      frame={at(paths.account, { viewer })}
      names={names}
      user={user}
      sessions={SESSIONS}
      secondFactor
      tokens={2}
      membersOnly
      problems={[]}
      saved
    />
  ),
  secondStep: (
    <SecondStepPage
      frame={at(paths.secondStep)}
      next="/account"
      problems={[{ field: 'code', message: 'users.code_wrong' }]}
    />
  ),
  forgotten: (
    <ForgottenPage frame={at(paths.forgotten)} byMail email="amina@example.org" asked problems={[]} />
  ),
  forgottenWithoutMail: (
    <ForgottenPage frame={at(paths.forgotten)} byMail={false} email="" asked={false} problems={[]} />
  ),
  secondFactorProposed: (
    <SecondFactorPage
      frame={at(paths.secondFactor, { viewer })}
      state={{
        is: 'proposed',
        secret: 'ABCDEFGHIJKLMNOP',
        address: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP',
      }}
      codes={null}
      owed
      problems={[{ field: 'code', message: 'users.code_wrong' }]}
    />
  ),
  secondFactorOn: (
    <SecondFactorPage
      frame={at(paths.secondFactor, { viewer })}
      state={{ is: 'on', left: 10 }}
      codes={['abcd-efgh-ijkl-mnop', 'bcde-fghi-jklm-nopq']}
      owed={false}
      problems={[]}
    />
  ),
  feedKeys: (
    <FeedKeysPage
      frame={at(paths.feedKeys, { viewer })}
      keys={[{ id: 'k1', label: 'My phone', createdAt: AT, lastUsedAt: null }]}
      needed
      made={{ label: 'My phone', secret: 'A'.repeat(43) }}
      label=""
      problems={[]}
    />
  ),
  tokens: (
    <TokensPage
      frame={at(paths.tokens, { viewer })}
      tokens={TOKENS}
      made={{ label: 'Nightly pull', secret: 'A'.repeat(43) }}
      typed={{ label: '', scopes: ['read'], expires_on: '' }}
      problems={[{ field: 'scopes', message: 'users.token_scope_none' }]}
    />
  ),
}
