import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/observations/observation'
import { AttentionSum } from '../../views/attention/attention-sum'
import { StatusStrip } from '../../views/charts/status-strip'
import { WaitingSection } from '../../views/dashboards/waiting'
import { ChangeRow } from '../../views/ledger/change'
import { ObservationTable } from '../../views/measures/observation-table'
import { History } from '../../views/measures/measure-history'
import { foldedOf } from '../../views/ui/fold'
import { ReportCard } from '../../views/ui/report-card'
import { RecordedLine } from '../../views/ui/withdrawn'
import { htmlOf } from './html'
import { DAY, names, recorded, reportOf, viewOf } from './sample'
import { fence, hotline } from './sample-measures'

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.])/g, '')
    .trim()

test('a finding without a stage is not said to be replaced by a later report', () => {
  const looked = reportOf({ kind: 'finding', party: null, stage: null, reason: 'classified' })
  const earlier = reportOf({ stage: 1 })
  const card = (report: typeof looked) =>
    textOf(htmlOf(<ReportCard {...viewOf(report, 'earlier')} names={names} />))
  expect(card(looked)).toContain('Gives no stage, so it moves nothing')
  expect(card(earlier)).toContain('A later report counts instead')
})

test('a figure known only as a percentage is not said to have taken place', () => {
  const observation: Observation = {
    ...recorded(),
    observedOn: '2020-12-05',
    observedOnPrecision: 'day',
    quantity: null,
    total: null,
    percentStated: 30,
    unit: null,
    note: null,
    evidence: [],
  }
  const rowOf = (one: Observation) => textOf(htmlOf(<ObservationTable observations={[one]} names={names} />))
  expect(rowOf(observation)).not.toContain('took place')
  expect(rowOf({ ...observation, percentStated: null })).toContain('took place')
})

test('how a thing came in is one sentence, also where an import kept an older instant', () => {
  const line = (enteredAt: string) =>
    textOf(htmlOf(<RecordedLine thing={{ ...recorded({ entry: 69 }), enteredAt }} />))
  expect(line('2026-11-23T10:00:00.000Z')).toBe('Entry 69, recorded 23 November 2026')
  expect(line('2026-11-27T14:23:00.000Z')).toBe(
    'Entry 69, recorded 23 November 2026, imported 27 November 2026',
  )
})

test('a due day is drawn as passed only once it has', () => {
  const tick = (to: string) =>
    htmlOf(
      <StatusStrip
        title="Fence"
        runs={fence.runs}
        measure={fence.measure}
        deadlines={[{ dueOn: '2025-09-22', decidedOn: '2024-06-01' }]}
        from="2017-11-07"
        to={to}
      />,
    ).match(/class="(tick[^"]*)"/)?.[1]
  expect([tick('2025-09-22'), tick('2025-09-23')]).toEqual(['tick current', 'tick current passed'])
})

test('the sum of what needs attention leads to each reason and leaves out those without any', () => {
  const counts = { overdue: 7, disputed: 0, stale: 1200, awaiting_verification: 1, due_soon: 0 }
  const html = htmlOf(<AttentionSum counts={counts} />)
  expect(textOf(html)).toBe('7 overdue 1,200 stale 1 to verify')
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/attention?reason=overdue',
    '/attention?reason=stale',
    '/attention?reason=awaiting_verification',
  ])
  expect(
    htmlOf(<AttentionSum counts={{ ...counts, overdue: 0, stale: 0, awaiting_verification: 0 }} />),
  ).toBe('')
})

test('at a glance a change has its day and its agreement, in the ledger also its instant and its author', () => {
  const { id, entry: n, actor } = recorded()
  const change = {
    entry: {
      n,
      enteredAt: '2026-11-27T14:23:00.000Z',
      recordedAt: '2026-11-23T12:00:00.000Z',
      kind: 'measure_added' as const,
      agreement: 'visit-2017',
      measure: '1',
      subject: { type: 'measure' as const, id },
      actor,
      digest: 'sha256:0',
    },
    agreement: { slug: 'visit-2017', title: 'Visit to Tehran' },
    measure: { code: '1', title: 'Hotline' },
    party: null,
    report: null,
    due: null,
    title: null,
    redacted: false,
    answered: null,
    owedBy: [],
  }
  const brief = textOf(htmlOf(<ChangeRow change={change} names={names} brief="of several" />))
  expect(brief).toContain('27 November 2026 Visit to Tehran')
  expect(brief).not.toMatch(/UTC|editor/)
  expect(textOf(htmlOf(<ChangeRow change={change} names={names} withAgreement />))).toMatch(
    /14:23 UTC .*editor.* Visit to Tehran .*23 November 2026 at 12:00 UTC/,
  )
})

test('the table under a strip prints its days no more exactly than they are known', () => {
  const [run] = fence.runs
  const fromOn = run?.fromOn ?? ''
  const strip = (known: Record<string, 'month'>) =>
    htmlOf(
      <StatusStrip
        title="Fence"
        runs={fence.runs}
        measure={fence.measure}
        deadlines={[{ dueOn: '2025-12-31', dueOnPrecision: 'year', decidedOn: '2024-06-01' }]}
        from="2017-11-07"
        to="2026-11-23"
        known={known}
      />,
    )
  expect(strip({})).toContain(`<time datetime="${fromOn}">`)
  expect(strip({ [fromOn]: 'month' })).toContain(`<time datetime="${fromOn.slice(0, 7)}">`)
  expect(strip({})).toContain('<time datetime="2025">2025</time>')
})

describe('what a page holds much of', () => {
  test('stands in full where it is short; else the last of it, the rest one click away', () => {
    expect(foldedOf({ things: [1, 2, 3, 4], last: 3 })).toEqual({ earlier: [], shown: [1, 2, 3, 4] })
    expect(foldedOf({ things: [1, 2, 3, 4, 5], last: 3 })).toEqual({ earlier: [1, 2], shown: [3, 4, 5] })
    expect(foldedOf({ things: [], last: 3 })).toEqual({ earlier: [], shown: [] })
  })

  test('waits for somebody in a few lines of each kind, the others in print and one click away', () => {
    const findings = Array.from({ length: 8 }, () => ({
      ...{ report: reportOf({}), state: 'live' as const },
      ...{ agreement: { slug: 'a', title: 'A' }, measure: { code: '1', title: 'Fence' } },
    }))
    const waiting = { party: 'iran', overdue: [], stale: [], drafts: [], review: [] }
    const rows = (some: typeof findings) =>
      htmlOf(<WaitingSection waiting={{ ...waiting, findings: some }} names={names} day={DAY} />)
        .split('<details class="fold">')
        .map((part) => part.match(/class="report-row"/g)?.length ?? 0)
    expect(rows(findings)).toEqual([5, 3])
    expect(rows(findings.slice(0, 6))).toEqual([6])
  })

  test('of reports, shows those that count and of each other one line', () => {
    const [live, earlier] = [
      viewOf(reportOf({}), 'live'),
      viewOf(reportOf({ asOf: '2019-02-01' }), 'earlier'),
    ]
    const page = { items: [live, earlier], total: 2, newer: null, older: null }
    const html = htmlOf(<History reports={page} names={names} />)
    const [before = '', folded = ''] = html.split('<details class="fold">')
    expect(before).toContain(`id="report-${live.report.id}"`)
    expect(folded).toContain(`id="report-${earlier.report.id}"`)
    expect(textOf(folded.split('</summary>')[0]!)).toMatch(
      /, as of 1 February 2019\. A later report counts instead$/,
    )
    const alone = { ...page, items: [earlier], total: 1 }
    expect(htmlOf(<History reports={alone} names={names} />)).not.toContain('<details')
  })
})

test('a strip names the marks that it holds and no others', () => {
  const key = (line: typeof fence) =>
    textOf(
      htmlOf(
        <StatusStrip
          title="T"
          runs={line.runs}
          measure={line.measure}
          deadlines={[]}
          from="2017-11-07"
          to={DAY}
        />,
      )
        .split('flag-key')[1]!
        .split('</ul>')[0]!,
    )
  expect(key(fence)).toMatch(/Overdue.*Disputed/)
  expect(key(hotline)).not.toMatch(/Overdue|Disputed|Verified|Stalled/)
})
