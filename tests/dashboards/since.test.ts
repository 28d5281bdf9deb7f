import { expect, test } from 'vitest'
import { placedMeasures } from '../../src/dashboards/placed.queries'
import { withSince } from '../../src/dashboards/since.queries'
import { saidPrecisions } from '../../src/status-reports/status-report.store'
import { newSite, SMALL_RECORD } from '../support/site'

const said = (party: string, stage: number, as_of: string, more: object = {}) => ({
  ...{ kind: 'claim', party, stage, as_of, evidence: [{ kind: 'act', title: 'A gazette' }], ...more },
})
const seen = (stage: number, as_of: string) => ({
  ...{ kind: 'finding', stage, as_of, evidence: [{ kind: 'record', title: 'A log' }] },
})
const [visit] = SMALL_RECORD.agreements
const withReports = (reports: object[]) => ({
  ...SMALL_RECORD,
  agreements: [{ ...visit!, measures: visit!.measures.map((one) => ({ ...one, reports })) }],
})
const OF_TODAY = '9999-12-31T23:59:59.999Z'

test('the days since when are the same from the stored runs as from the rule', async () => {
  const { world } = await newSite({
    record: withReports([
      said('iran', 1, '2018-01-01'),
      said('pakistan', 2, '2018-02-01'),
      said('iran', 2, '2018-03-01'),
      seen(2, '2018-04-01'),
      said('iran', 3, '2018-05-01'),
      said('pakistan', 3, '2018-06-01'),
      seen(3, '2018-07-01'),
      said('iran', 1, '2018-08-01'),
    ]),
  })
  const { read } = world.db
  const items = (await placedMeasures(read, { asOf: '2020-01-01', knownAt: null })).map(({ measure }) => ({
    measureId: measure.id,
  }))
  const days = Array.from({ length: 12 }, (_, i) => `2018-${String(i + 1).padStart(2, '0')}`)
  const disputed = new Set()
  for (const asOf of ['2017-12-31', ...days.flatMap((month) => [`${month}-01`, `${month}-15`])]) {
    const stored = await withSince(read, items, { asOf, knownAt: null })
    expect(stored, asOf).toEqual(await withSince(read, items, { asOf, knownAt: OF_TODAY }))
    for (const { since } of stored) disputed.add(since.disputed)
  }
  expect([...disputed]).toEqual([null, '2018-02-01', '2018-05-01', '2018-08-01'])
})

test('a day is known as exactly as the best report says', async () => {
  const month = { as_of_precision: 'month' }
  const { world } = await newSite({
    record: withReports([
      said('iran', 1, '2018-01-31', month),
      said('iran', 1, '2018-02-28', month),
      said('pakistan', 1, '2018-02-28'),
      said('pakistan', 1, '2018-03-04'),
    ]),
  })
  const { read } = world.db
  const [placed] = await placedMeasures(read, { asOf: '2020-01-01', knownAt: null })
  const id = placed!.measure.id
  const known = await saidPrecisions(read, [id], null)
  expect(known.get(id)).toEqual({ '2018-01-31': 'month' })
  expect(await saidPrecisions(read, [id], '2000-01-01T00:00:00.000Z')).toEqual(new Map())
})
