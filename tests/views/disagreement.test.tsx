import { describe, expect, test } from 'vitest'
import { sinceOn } from '../../src/standing/disagreement'
import type { Measure } from '../../src/measures/measure'
import type { StatusReport } from '../../src/status-reports/status-report'
import { PositionLine } from '../../views/charts/position-line'
import { gapOf, kindsOf, marksOf, rowPlace } from '../../views/charts/positions'
import { PositionTable } from '../../views/measures/position-table'
import { Disagreement } from '../../views/ui/disagreement'
import { wordsIn } from '../../views/ui/words'
import { htmlOf, textOf } from './html'
import { DAY, lineOf, measureOf, names, recorded, reportOf, viewOf } from './sample'

const t = wordsIn('en')
const filed = { channel: 'own', actor: { id: 'r1', capacity: 'reporter', party: 'iran' } } as const
const imported = { channel: 'own', actor: { id: 'o1', capacity: 'operator', party: null } } as const
const finding = { kind: 'finding', party: null } as const

/** What the page of a measure gives its line, table and sentences. */
function said(measure: Partial<Measure>, reports: StatusReport[]) {
  const line = lineOf(measureOf(measure), reports)
  const { standing } = line
  const { owedBy } = line.measure
  return { standing, owedBy, names, reports, known: line.known, since: sinceOn(line.runs, DAY) }
}

const PIPELINE = said({ owedBy: ['pakistan'] }, [
  reportOf({ ...filed, party: 'iran', stage: 0, asOf: '2024-03-01' }),
  reportOf({ party: 'pakistan', stage: 3, asOf: '2024-05-01' }),
  reportOf({ ...finding, stage: 1, asOf: '2024-04-01', by: { name: 'An observer' } }),
])

describe('the line from 0 to 3', () => {
  test('tells by shape and filling who filed, who was quoted and whose duty is spoken of', () => {
    const marks = marksOf(t, PIPELINE)
    expect(marks.map((mark) => [mark.who, mark.stage, mark.source, kindsOf(mark)])).toEqual([
      ['Iran', 0, 'own', ['own', 'foreign']],
      ['Pakistan', 3, 'public_source', ['public_source']],
      ['Finding', 1, 'public_source', ['public_source', 'finding']],
    ])
    expect(gapOf(marks)).toEqual({ low: 0, high: 3 })
    expect([0, 1, 2].map(rowPlace)).toEqual([18, 58, 98])
  })

  test('an own claim that came by import says so where its report is at hand', () => {
    const { standing, owedBy, reports } = said({}, [
      reportOf({ ...imported, party: 'iran', stage: 1, asOf: '2024-03-01' }),
    ])
    expect(marksOf(t, { standing, owedBy, names, reports })[0]?.source).toBe('imported')
    expect(marksOf(t, { standing, owedBy, names })[0]?.source).toBe('own')
  })

  test('draws a square for a claim of another’s duty, says all of it in words and in a table', () => {
    const html = htmlOf(<PositionLine title="Pipeline" {...PIPELINE} />)
    const picture = html.slice(0, html.indexOf('</svg><p'))
    expect(picture).toContain(
      '<g class="position own foreign"><title>Iran, own filing, another’s duty</title>',
    )
    expect(picture).toContain('<rect x="-6" y="-6" width="12" height="12"')
    expect(picture).toContain('<g class="position public_source"><title>Pakistan, public source</title>')
    expect(picture).toContain('class="gap" x="8%" width="84%"')
    const text = textOf(html)
    for (const words of [
      'Square: speaks of another’s duty',
      'Hollow: taken by an editor from a public source',
      'Filled: its own filing',
      'Diamond: the independent finding',
      'Iran speaks of Pakistan’s duty.',
      'Filed here by its author',
      'Recorded by an editor from a public source',
    ])
      expect(text).toContain(words)
  })

  test('the legend explains only what occurs', () => {
    const one = said({}, [reportOf({ party: 'iran', stage: 1, asOf: '2024-03-01' })])
    const text = textOf(htmlOf(<PositionLine title="Patrols" {...one} />))
    expect(text).toContain('Hollow: taken by an editor')
    for (const words of ['Filled:', 'Square:', 'Diamond:']) expect(text).not.toContain(words)
  })

  test('a name is text and a long one is cut, the whole of it in the title', () => {
    const long = 'The General Staff of the <Armed> Forces'
    const html = htmlOf(<PositionLine title="<b>" {...PIPELINE} names={{ ...names, iran: long }} />)
    expect(html).toContain('The General Staff of …')
    expect(html).toContain('<title>The General Staff of the &lt;Armed&gt; Forces, own filing')
    expect(html).not.toMatch(/<b>|<Armed>/)
  })
})

test('beside each other stand every word, how it came, whose duty it is about, and who answered the finding', () => {
  const [claim, , found] = PIPELINE.reports
  const reply = { ...recorded(), report: found!.id, party: 'pakistan', text: 'Not so.' }
  const views = [viewOf(claim!, 'live'), viewOf(found!, 'live', { replies: [reply] })]
  const html = htmlOf(<PositionTable {...PIPELINE} reports={views} parties={['pakistan', 'iran', 'oman']} />)
  const text = textOf(html)
  expect(text).toContain('Stage 0: Not started As of 1 March 2024 own filing on Pakistan’s duty')
  expect(text).toContain('oman has not said')
  const none = { ...PIPELINE, standing: { ...PIPELINE.standing, claims: [], finding: null } }
  expect(textOf(htmlOf(<PositionTable {...none} reports={[]} parties={['pakistan', 'iran']} />))).toMatch(
    /^Pakistan and Iran have not said Finding/,
  )
  expect(text).toContain('Pakistan replied')
  expect(html).toContain(`/reports/${found!.id}#reply-${reply.id}`)
})

const sentences = (one: ReturnType<typeof said>) => textOf(htmlOf(<Disagreement {...one} />))

describe('the sentences of disagreement', () => {
  test('name the two furthest apart, how far and since when, and what outran the finding', () => {
    expect(sentences(PIPELINE)).toBe(
      'Disputed Since 1 April 2024: Pakistan says implemented (public source, as of 1 May 2024); ' +
        'Iran says of Pakistan’s duty not started (own filing, as of 1 March 2024). They lie 3 stages apart. ' +
        'Awaiting verification Since 1 May 2024: Pakistan says implemented (public source, as of 1 May 2024), ' +
        'later than the finding and 2 stages from it: the finding says in progress (as of 1 April 2024).',
    )
  })

  test('say that nobody independent has looked', () => {
    const one = said({}, [
      reportOf({ party: 'iran', stage: 1, asOf: '2024-03-31', asOfPrecision: 'month' }),
      reportOf({ party: 'pakistan', stage: 1, asOf: '2024-04-01' }),
    ])
    expect(sentences(one)).toBe(
      'Awaiting verification Since March 2024: claimed by Iran and Pakistan; ' +
        'nobody independent has given a finding.',
    )
  })

  test('are none where all is agreed and verified', () => {
    const one = said({}, [reportOf({ ...finding, stage: 2, asOf: '2024-04-01' })])
    expect(sentences(one)).toBe('')
  })
})
