import type { Agreement } from '../../src/agreements/agreement'
import type { Deadline } from '../../src/deadlines/deadline'
import type { Evidence } from '../../src/evidence/evidence'
import type { Actor, Recorded } from '../../src/ledger/entry'
import { lastYearEnd, precisionsOf, yearBefore } from '../../src/lib/dates'
import { implementabilityOf } from '../../src/measures/implementability'
import type { Measure } from '../../src/measures/measure'
import { scoreFrom, sumsOf } from '../../src/standing/score'
import { runsOf, standingAt } from '../../src/standing/standing'
import { tracksOf } from '../../src/standing/tracks'
import type { ReportState, StatusReport } from '../../src/status-reports/status-report'
import type { Frame } from '../../views/layout/frame'
import type { MeasureLine } from '../../views/measures/measure-line'
import type { ReportView } from '../../views/ui/report-card'

// The announcement of November 2017, as public sources tell it, in the shapes that the pages take.

export const DAY = '2026-11-23'
export const names = {
  iran: 'Iran',
  pakistan: 'Pakistan',
  'frontier-corps': 'Frontier Corps Balochistan',
}

export const frame: Frame = {
  locale: 'en',
  address: '/agreements/army-chief-visit-2017',
  viewer: null,
  desk: null,
  today: DAY,
  yearAgo: yearBefore(DAY),
  lastYearEnd: lastYearEnd(DAY),
  asOf: null,
  knownAt: null,
  head: { n: 412, enteredAt: '2026-11-23T14:05:00.000Z' },
  attention: 5,
  operator: 'Institute for Regional Studies',
  contact: 'desk@example.org',
  dataLicence: 'CC BY 4.0',
  publicUrl: 'https://followthrough.example',
  feeds: [{ title: 'JSON Feed', href: '/feed.json', type: 'application/feed+json' }],
  build: 'test',
}

const editor: Actor = { id: 'a1', capacity: 'editor', party: null }
let entries = 90

export function recorded(over: Partial<Recorded> = {}): Recorded {
  entries += 1
  const hex = entries.toString(16).padStart(12, '0')
  return {
    id: `01930000-0000-7000-8000-${hex}`,
    entry: entries,
    recordedAt: '2026-11-23T10:00:00.000Z',
    enteredAt: '2026-11-23T10:00:00.000Z',
    actor: editor,
    withdrawn: null,
    ...over,
  }
}

export const source = (over: Partial<Evidence>): Evidence => ({
  kind: 'announcement',
  title: null,
  url: null,
  publisher: null,
  publishedOn: null,
  publishedOnPrecision: 'day',
  language: null,
  ...over,
})

export const agreement: Agreement = {
  ...recorded(),
  slug: 'army-chief-visit-2017',
  title: 'Army-chief visit to Tehran',
  kind: 'announcement',
  concludedOn: '2017-11-07',
  concludedOnPrecision: 'day',
  place: 'Tehran',
  summary:
    'During General Qamar Bajwa’s visit to Tehran the two militaries announced six measures for their common border.',
  language: 'en',
  parties: ['pakistan', 'iran'],
  sources: [
    source({
      kind: 'comment',
      title: 'Talking to Tehran',
      publisher: 'The Friday Times',
      publishedOn: '2017-11-10',
    }),
    source({
      title: 'Pakistan, Iran won’t allow use of their land against each other',
      url: 'https://www.thenews.com.pk/print/242797-Pakistan-Iran-wont-allow-use-of-their-land-against-each-other',
      publisher: 'The News',
      publishedOn: '2017-11-08',
    }),
  ],
}

export const measureOf = (over: Partial<Measure>): Measure => ({
  ...recorded(),
  agreement: agreement.slug,
  code: '1',
  title: 'Hotline between field commanders',
  text: 'Hotline communication between field commanders along the border.',
  language: 'en',
  obligation: 'one_off',
  owedBy: ['pakistan', 'iran'],
  theme: 'border security',
  criterion: null,
  verification: null,
  bodies: {},
  resources: null,
  reportingFrequency: null,
  disputeProcedure: null,
  textPublic: true,
  reviewIntervalDays: null,
  weight: 1,
  everyMonths: null,
  target: null,
  repeats: [],
  ...over,
})

export const reportOf = (over: Partial<StatusReport>): StatusReport => ({
  ...recorded(),
  kind: 'claim',
  party: 'pakistan',
  stage: 1,
  reason: null,
  condition: 'active',
  supersededBy: null,
  decidedBy: null,
  asOf: '2024-04-29',
  asOfPrecision: 'day',
  channel: 'public_source',
  by: null,
  summary: null,
  language: 'en',
  evidence: [],
  approvedBy: null,
  corrects: null,
  measure: { agreement: agreement.slug, code: '1' },
  ...over,
})

export const deadlineOf = (over: Partial<Deadline>): Deadline => ({
  ...recorded(),
  dueOn: '2025-09-22',
  dueOnPrecision: 'day',
  decidedOn: '2024-11-01',
  decidedOnPrecision: 'month',
  decidedBy: null,
  reason: null,
  ...over,
})

const fact = (report: StatusReport) => ({ ...report, withdrawnAt: report.withdrawn?.at ?? null })

/** A measure as lists show it, its standing made by the rule itself. */
export function lineOf(
  measure: Measure,
  reports: StatusReport[],
  deadlines: Deadline[] = [],
  day = DAY,
): MeasureLine {
  const runs = runsOf(
    measure,
    reports.map(fact),
    deadlines.map((one) => ({ ...one, withdrawnAt: one.withdrawn?.at ?? null })),
    null,
  )
  const { slug, title, concludedOn, concludedOnPrecision, parties } = agreement
  return {
    agreement: { slug, title, concludedOn, concludedOnPrecision, parties },
    measure,
    standing: standingAt(runs, measure, day),
    runs,
    known: {
      said: precisionsOf(reports.map(({ asOf, asOfPrecision }) => ({ day: asOf, precision: asOfPrecision }))),
      due: precisionsOf(
        deadlines.map(({ dueOn, dueOnPrecision }) => ({ day: dueOn, precision: dueOnPrecision })),
      ),
    },
    deadlines: deadlines.filter(({ withdrawn }) => withdrawn === null),
    latest: reports.at(-1) ?? null,
    repledgedIn: null,
  }
}

export const viewOf = (
  report: StatusReport,
  state: ReportState,
  over: Partial<ReportView> = {},
): ReportView => ({
  report,
  state,
  correctedBy: null,
  corrected: null,
  replies: [],
  repliesBefore: [],
  owedBy: ['pakistan', 'iran'],
  ...over,
})

/** A measure's reports as its page takes them, on one page. */
export function reportsOf(views: readonly ReportView[], { measure, standing }: MeasureLine) {
  const reports = views.map(({ report }) => report)
  const live = [...standing.claims, ...(standing.finding ? [standing.finding] : [])].map((one) => one.report)
  return {
    counting: views.filter(({ report }) => live.includes(report.id)),
    positions: {
      ...tracksOf(reports.map(fact), measure.owedBy, { asOf: DAY, knownAt: null }),
      reasons: Object.fromEntries(reports.map(({ id, reason }) => [id, reason])),
    },
    reports: { items: views, total: views.length, newer: null, older: null },
  }
}

export const paperOf = (measure: Measure) =>
  implementabilityOf({ ...measure, deadlinesDecidedOn: [], concludedOn: agreement.concludedOn })

export const sumsFor = (lines: readonly MeasureLine[]) =>
  sumsOf(
    lines.map(({ standing, measure, agreement: { parties } }) => ({
      standing,
      weight: measure.weight,
      obligation: measure.obligation,
      parties,
    })),
  )

export const scoreFor = (lines: readonly MeasureLine[]) => scoreFrom(sumsFor(lines))
