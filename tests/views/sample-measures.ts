import { deadlineOf, lineOf, measureOf, recorded, reportOf, source, viewOf } from './sample'

// The six measures of 2017 and what is publicly known of them.

const editors = { organisation: 'Followthrough editors (illustration)' }
const finding = (over: Parameters<typeof reportOf>[0]) =>
  reportOf({ kind: 'finding', party: null, channel: 'own', by: editors, ...over })

export const hotline = lineOf(measureOf({}), [
  finding({
    stage: null,
    reason: 'looked_nothing_found',
    asOf: '2025-05-28',
    summary: 'Promised five times since 2014. No public record of the hotline in operation was found.',
  }),
])
hotline.repledgedIn = { agreement: 'border-talks-2025', code: '1', concludedOn: '2025-05-28' }

export const fenceReports = [
  reportOf({
    party: 'iran',
    stage: 1,
    asOf: '2018-01-31',
    summary: 'The Zero Point gate is to reopen when the fence is complete.',
  }),
  reportOf({
    party: 'iran',
    stage: 2,
    asOf: '2024-11-01',
    asOfPrecision: 'month',
    summary: 'A first phase of about 90 km began at the end of June 2024.',
    evidence: [
      source({
        kind: 'record',
        title: 'Iran builds 90 km wall on border with Pakistan',
        url: 'https://tehrantimes.com/print/505789/',
        publisher: 'Tehran Times',
        publishedOn: '2024-11-01',
        publishedOnPrecision: 'month',
      }),
    ],
  }),
  reportOf({
    party: 'pakistan',
    stage: 1,
    asOf: '2024-05-05',
    summary: 'Work goes on at intervals, say officials in Quetta.',
  }),
]
export const fenceDeadlines = [
  deadlineOf({
    dueOn: '2021-12-31',
    dueOnPrecision: 'year',
    decidedOn: '2020-12-05',
    decidedOnPrecision: 'day',
    decidedBy: 'Interior ministry',
  }),
  deadlineOf({
    reason: 'First phase: the middle of the next Iranian year.',
    decidedBy: 'Iranian ground forces',
  }),
]
export const fence = lineOf(
  measureOf({
    code: '2',
    title: 'Iran fences its side of the border',
    owedBy: ['iran'],
    obligation: 'quantity',
    target: { quantity: null, unit: 'km', baseline: null },
  }),
  fenceReports,
  fenceDeadlines,
)

export const patrols = lineOf(
  measureOf({ code: '3', title: 'Coordinated border patrols', obligation: 'continuing' }),
  [
    reportOf({
      party: 'iran',
      stage: 1,
      asOf: '2017-12-28',
      summary: 'Last patrol on record: by helicopter, 28 December 2017, pillars 72 to 131.',
    }),
  ],
)

const liaisonReports = [
  reportOf({
    stage: 2,
    asOf: '2024-05-31',
    asOfPrecision: 'month',
    by: { name: 'Spokesperson', organisation: 'Foreign Office' },
    summary: 'The liaison officers have been appointed.',
    evidence: [
      source({
        title: 'رابطہ افسران تعینات',
        url: 'https://jang.com.pk/news/1346250',
        publisher: 'Jang',
        language: 'ur',
      }),
    ],
  }),
  reportOf({
    stage: 3,
    asOf: '2024-04-29',
    summary: 'Colonel-rank liaison officers take charge within days.',
  }),
  reportOf({
    party: 'iran',
    stage: 2,
    asOf: '2024-06-30',
    asOfPrecision: 'year',
    summary: 'Liaison work has begun.',
  }),
  finding({
    stage: 1,
    asOf: '2024-07-15',
    summary: 'Appointments can be pointed at; no exchange of information has been seen.',
    evidence: [source({ kind: 'record', title: 'Visit to Turbat and Zahedan', publishedOn: '2024-07-20' })],
  }),
]
export const liaison = lineOf(
  measureOf({
    code: '4',
    title: 'Intelligence sharing',
    text: 'Intelligence sharing between the two armed forces.',
    obligation: 'continuing',
    bodies: { pakistan: 'Directorate-General of Military Intelligence' },
  }),
  liaisonReports,
)

export const visits = lineOf(
  measureOf({ code: '5', title: 'More frequent interactions', obligation: 'periodic', everyMonths: null }),
  [
    reportOf({ party: 'iran', stage: 1, asOf: '2018-07-15' }),
    reportOf({ party: 'pakistan', stage: 2, asOf: '2025-05-27' }),
    finding({
      stage: 3,
      asOf: '2026-08-03',
      summary: 'Nine visits in eight years; how many were meant was never said.',
      evidence: [source({ kind: 'record', title: 'List of visits' })],
    }),
  ],
)

export const soil = lineOf(
  measureOf({ code: '6', title: 'Neither soil used against the other', obligation: 'continuing' }),
  [
    reportOf({ party: 'iran', stage: 0, asOf: '2019-02-13' }),
    reportOf({
      party: 'pakistan',
      stage: 3,
      asOf: '2026-10-26',
      summary: 'Each says that the other broke it, in 2019 and in January 2024.',
    }),
  ],
)

export const lines = [hotline, fence, patrols, liaison, visits, soil]

const [appointed, charge, begun, seen] = liaisonReports
/** The history of the fourth measure: live, corrected, withdrawn and answered reports. */
export const history = [
  viewOf(seen!, 'live', {
    replies: [
      {
        ...recorded({ actor: { id: 'r1', capacity: 'reporter', party: 'pakistan' } }),
        report: seen!.id,
        party: 'pakistan',
        text: 'The exchange is confidential by its nature; the officers meet every month.',
      },
    ],
  }),
  viewOf(begun!, 'live', { owedBy: ['pakistan'] }),
  viewOf(appointed!, 'live', { corrected: charge! }),
  viewOf(charge!, 'corrected', { correctedBy: appointed! }),
  viewOf(
    reportOf({
      party: 'iran',
      stage: 3,
      condition: 'stalled',
      asOf: '2024-03-01',
      recordedAt: '2024-03-02T08:00:00.000Z',
      channel: 'own',
      summary: 'Sharing <goes on> & is complete.',
      withdrawn: {
        at: '2026-11-23T12:00:00.000Z',
        reason: 'Filed for the wrong measure.',
        entry: 300,
        actor: { id: 'r2', capacity: 'reporter', party: 'iran' },
      },
    }),
    'withdrawn',
  ),
]
