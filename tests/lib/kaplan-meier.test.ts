import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atRiskAt, estimateAt, kaplanMeier, medianTime, type Watched } from '../../src/lib/kaplan-meier'

const watch = (text: string): Watched[] =>
  text.split(' ').map((one) => ({ time: Number.parseInt(one, 10), happened: !one.endsWith('+') }))
const rounded = (value: number | null | undefined, digits: number) =>
  value === null || value === undefined ? value : Number(value.toFixed(digits))

// Freireich et al. 1963: weeks of remission of 42 children with leukaemia, a + where the watch ended.
const SIX_MP = watch('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
const PLACEBO = watch('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

// Time, at risk, events, S, Greenwood's error, 95 % log-log band: as Kleinbaum and Klein, Survival Analysis, print them.
const PUBLISHED = [
  [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
  [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
  [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
  [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
  [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
  [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
  [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
]

test('the published estimates of the 6-MP group come out to the last printed figure', () => {
  const rows = (kaplanMeier(SIX_MP) ?? []).filter(({ happened }) => happened > 0)
  expect(
    rows.map((one) => [
      one.time,
      one.atRisk,
      one.happened,
      ...[one.without, one.error, one.band?.low, one.band?.high].map((value) => rounded(value, 4)),
    ]),
  ).toEqual(PUBLISHED)
  expect(medianTime(kaplanMeier(SIX_MP) ?? [])).toBe(23)
})

test('the placebo group, whom everything happened to, has its published median and falls by the count', () => {
  const rows = kaplanMeier(PLACEBO) ?? []
  expect(medianTime(rows)).toBe(8)
  expect(rows.map(({ time, without }) => [time, rounded(without, 4)])).toEqual([
    [1, 0.9048], [2, 0.8095], [3, 0.7619], [4, 0.6667], [5, 0.5714], [8, 0.381], [11, 0.2857], [12, 0.1905],
    [15, 0.1429], [17, 0.0952], [22, 0.0476], [23, 0],
  ]) // prettier-ignore
  expect(rows.at(-1)).toMatchObject({ error: null, band: null })
})

test('nothing watched gives null, and half never reached no median', () => {
  expect(kaplanMeier([])).toBeNull()
  const open = kaplanMeier([{ time: 4, happened: false }]) ?? []
  expect(open).toEqual([{ time: 4, atRisk: 1, happened: 0, ended: 1, without: 1, error: 0, band: null }])
  expect(medianTime(open)).toBeNull()
})

test('between its times an estimate holds, and those at risk are those still watched', () => {
  const rows = kaplanMeier(SIX_MP) ?? []
  expect(estimateAt(rows, 5)).toBeUndefined()
  expect(rounded(estimateAt(rows, 12)?.without, 3)).toBe(0.753)
  expect([0, 6, 6.5, 10, 35, 36].map((time) => atRiskAt(rows, time))).toEqual([21, 21, 17, 15, 1, 0])
})

const subjects = fc.array(fc.record({ time: fc.integer({ min: 0, max: 30 }), happened: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
})

test('it never rises, stays between 0 and 1 and inside its band, whatever the order of the rows', () => {
  fc.assert(
    fc.property(subjects, (watched) => {
      const rows = kaplanMeier(watched) ?? []
      expect(kaplanMeier(watched.toReversed())).toEqual(rows)
      let before = 1
      for (const { without, band, error, atRisk, happened, ended } of rows) {
        expect(without).toBeLessThanOrEqual(before)
        expect(without).toBeGreaterThanOrEqual(0)
        expect(happened + ended).toBeLessThanOrEqual(atRisk)
        expect(error === null).toBe(without === 0)
        if (band) {
          expect(band.low).toBeLessThanOrEqual(without)
          expect(band.high).toBeGreaterThanOrEqual(without)
          expect(band.low).toBeGreaterThanOrEqual(0)
          expect(band.high).toBeLessThanOrEqual(1)
        }
        before = without
      }
      expect(rows.reduce((sum, one) => sum + one.happened + one.ended, 0)).toBe(watched.length)
    }),
  )
})

test('where no watch ends early it is one less the share that has happened, ties and all', () => {
  fc.assert(
    fc.property(subjects, (watched) => {
      const all = watched.map(({ time }) => ({ time, happened: true }))
      for (const { time, without } of kaplanMeier(all) ?? []) {
        const share = all.filter((one) => one.time <= time).length / all.length
        expect(without).toBeCloseTo(1 - share, 10)
      }
      const sorted = all.map(({ time }) => time).sort((a, b) => a - b)
      expect(medianTime(kaplanMeier(all) ?? [])).toBe(sorted[Math.ceil(sorted.length / 2) - 1])
    }),
  )
})

test('a watch that ends later than everything happened takes nothing from what is known before', () => {
  fc.assert(
    fc.property(subjects, (watched) => {
      const last = Math.max(...watched.map(({ time }) => time))
      const longer = watched.map((one) => (one.happened ? one : { ...one, time: last + 1 }))
      const [short, long] = [kaplanMeier(watched) ?? [], kaplanMeier(longer) ?? []]
      // Watching longer can only show that a smaller share went.
      for (const { time, without } of long)
        expect(estimateAt(short, time)?.without ?? 1).toBeLessThanOrEqual(without + 1e-12)
    }),
  )
})
