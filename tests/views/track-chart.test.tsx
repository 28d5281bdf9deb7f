import { describe, expect, test } from 'vitest'
import { tracksOf } from '../../src/standing/tracks'
import { runsOf } from '../../src/standing/standing'
import { TrackChart } from '../../views/charts/track-chart'
import {
  footOf,
  LOOKED_DOWN,
  stageDown,
  stretchesOf,
  styleOf,
  trackDown,
  turnsOf,
  worded,
} from '../../views/charts/track-geometry'
import { paths } from '../../src/paths'
import { claim, day, finding, patrol } from '../standing/facts'
import { htmlOf, textOf } from './html'
import { names } from './sample'

const reports = [
  claim('iran', 1, 1, { channel: 'public_source' }),
  claim('pakistan', 2, 5),
  finding(null, 8),
  finding(1, 10, { by: { organisation: 'Observers' } }),
  claim('iran', 2, 20, { condition: 'stalled' }),
]
const asked = { asOf: day(100), knownAt: null }
const chart = (said = reports, due: string[] = []) =>
  htmlOf(
    <TrackChart
      title="Patrols"
      history={{
        ...tracksOf(said, patrol.owedBy, asked),
        reasons: Object.fromEntries(said.map(({ id }) => [id, 'looked_nothing_found'])),
      }}
      runs={runsOf(patrol, said, [], null)}
      measure={patrol}
      deadlines={due.map((dueOn) => ({ dueOn, decidedOn: day(0) }))}
      concludedOn={day(0)}
      to={day(100)}
      names={names}
      known={{ [day(20)]: 'month' }}
    />,
  )

describe('the geometry of positions over time', () => {
  test('has the stages a step apart, the highest on top, and those who could not say below all', () => {
    const downs = ([3, 2, 1, 0] as const).map(stageDown)
    expect(new Set(downs.slice(1).map((down, n) => down - (downs[n] ?? 0))).size).toBe(1)
    expect(LOOKED_DOWN).toBeGreaterThan(stageDown(0))
    expect(footOf(true)).toBeGreaterThan(footOf(false))
  })

  test('sets lines of the same stage apart, around the stage', () => {
    const downs = [0, 1, 2].map((index) => trackDown(2, index, 3))
    expect(new Set(downs).size).toBe(3)
    expect((downs[0] ?? 0) + (downs[2] ?? 0)).toBe(2 * stageDown(2))
  })

  test('gives each party a shape and a dash of its own, and the finding the diamond', () => {
    const styles = Array.from({ length: 30 }, (_, n) => JSON.stringify(styleOf('p', n)))
    expect(new Set([...styles, JSON.stringify(styleOf(null, 0))]).size).toBe(31)
  })

  test('joins steps of one stage, holds each until the next and the last to the day shown', () => {
    const steps = [
      { from: day(1), stage: 1, condition: 'active', report: 'a' },
      { from: day(4), stage: 1, condition: 'stalled', report: 'b' },
      { from: day(9), stage: 3, condition: 'active', report: 'c' },
    ] as const
    const track = { party: 'iran', steps: [...steps] }
    expect(stretchesOf(track, 0, 1, day(2), day(30))).toEqual([
      { from: day(2), to: day(9), down: stageDown(1), next: stageDown(3) },
      { from: day(9), to: day(30), down: stageDown(3), next: null },
    ])
    expect(turnsOf(track).map(({ report }) => report)).toEqual(['b'])
  })

  test('leaves out words that would run into others', () => {
    const turns = [
      { at: 10, down: 50 },
      { at: 15, down: 50 },
      { at: 15, down: 90 },
      { at: 60, down: 50 },
    ]
    expect([...worded(turns)].map((turn) => turns.indexOf(turn))).toEqual([0, 2, 3])
  })
})

describe('the picture of positions over time', () => {
  test('says in words where each ends and since when', () => {
    const text = textOf(chart())
    expect(text).toContain('Iran: partly implemented but stalled, since January 2018')
    expect(text).toContain('Pakistan: partly implemented, since 6 January 2018')
    expect(text).toContain('Finding: in progress, since 11 January 2018')
  })

  test('has a line a track, and a mark for each report that leads to its page, hollow from a public source', () => {
    const html = chart()
    expect(html.match(/<g class="track/g)).toHaveLength(3)
    for (const { id } of reports) expect(html).toContain(`href="${paths.report(id)}"`)
    expect(html.match(/class="said public_source"/g)).toHaveLength(1)
    expect(html.match(/class="said looked"/g)).toHaveLength(1)
    expect(html).toContain(
      'aria-label="Pakistan: Stage 2: Partly implemented, as of 6 January 2018, own filing"',
    )
    expect(html).toContain('Looked, and found no public record, as of 9 January 2018')
    expect(html).toContain('Finding by Observers')
  })

  test('says its conditions in a word, where it was stale and what was due', () => {
    const html = chart(reports, [day(50), day(80)])
    expect(html).toContain('turn stalled')
    expect(html).toContain('Stale from 11 February 2018 to 11 April 2018')
    expect(html).toContain('Moved from 20 February 2018 to 22 March 2018')
    expect(textOf(html)).toContain('Hatched: nobody had been heard')
    expect(textOf(chart(reports.slice(0, 1)))).not.toContain('Upright lines')
    expect(textOf(chart(reports.slice(0, 1)))).toContain('Pakistan: has not said')
  })

  test('has a row in its table for each mark, in the order of the days', () => {
    const table = chart().split('<tbody>')[1] ?? ''
    const told = [...table.matchAll(/href="\/reports\/(\w+)"/g)].map(([, id]) => id)
    expect(told).toEqual(reports.map(({ id }) => id))
  })

  test('says of whose duty a party speaks that does not owe the measure', () => {
    const text = textOf(chart([...reports, claim('oman', 0, 30)]))
    expect(text).toMatch(/oman: not started, since 31 January 2018 .*Pakistan/)
    expect(text).toContain('oman, on the duty of Iran and Pakistan: Stage 0: Not started')
    expect(textOf(chart())).not.toContain('duty of')
  })

  test('says when it begins where no year begins within it', () => {
    expect(textOf(chart())).toContain('January 2018 today')
  })

  test('is left out where nobody said anything', () => {
    expect(chart([])).toBe('')
  })

  test('stays as small for thousands of reports, and says what it leaves out', () => {
    const many = Array.from({ length: 3000 }, (_, n) =>
      claim(n % 2 ? 'iran' : 'pakistan', ((n >> 1) % 4) as 0, n / 50),
    )
    const html = chart(many.map((one, n) => ({ ...one, asOf: day(Math.floor(n / 40)) })))
    expect(html.match(/class="said/g)).toHaveLength(200)
    expect(textOf(html)).toContain('with the last 200 reports; 2,800 earlier ones are in the history.')
  })
})
