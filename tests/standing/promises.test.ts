import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediansBy, type Pledge, promisesOf, survivalOf, yearDays } from '../../src/standing/promises'
import { slippageOf } from '../../src/standing/slippage'

const DAY = '2026-11-23'
const pledge = (
  address: string,
  concludedOn: string,
  standing: Partial<Pledge['standing']> = {},
  more: Partial<Pledge> = {},
): Pledge => ({
  address,
  concludedOn,
  theme: null,
  obligation: 'one_off',
  standing: { label: 'not_assessed', condition: 'active', since: null, metOn: null, ...standing },
  ...more,
})
const met = (metOn: string) => ({ label: 'implemented' as const, metOn, since: metOn })
const gone = (since: string) => ({ label: 'superseded' as const, condition: 'superseded' as const, since })
const brief = (...given: Parameters<typeof promisesOf>) =>
  promisesOf(...given).map(({ first, again, implementedAfter, watchedFor }) => [
    first.address,
    again.map(({ address }) => address).join(' '),
    implementedAfter,
    watchedFor,
  ])

test('a promise is watched from its conclusion to the day shown, or until it is met', () => {
  const measures = [pledge('a/1', '2026-11-13'), pledge('a/2', '2026-11-13', met('2026-11-20'))]
  expect(brief(measures, [], DAY)).toEqual([
    ['a/1', '', null, 10],
    ['a/2', '', 7, 7],
  ])
  expect(brief(measures, [], '2026-11-12')).toEqual([])
})

test('to promise again starts no new clock, and the first to be met meets it', () => {
  const measures = [
    pledge('c/1', '2026-11-21'),
    pledge('a/1', '2026-11-03', { label: 'in_progress' }),
    pledge('b/1', '2026-11-13', met('2026-11-18')),
  ]
  const ties = [
    { later: 'b/1', earlier: 'a/1' },
    { later: 'c/1', earlier: 'b/1' },
    { later: 'b/1', earlier: 'elsewhere/1' },
  ]
  expect(brief(measures, ties, DAY)).toEqual([['a/1', 'b/1 c/1', 15, 15]])
})

test('two promises that one later measure repeats stay two: what one side did is not done by both', () => {
  const measures = [
    pledge('gas/iran', '2026-11-03', met('2026-11-05')),
    pledge('gas/pakistan', '2026-11-03'),
    pledge('both/pipeline', '2026-11-13'),
  ]
  const ties = ['gas/iran', 'gas/pakistan'].map((earlier) => ({ later: 'both/pipeline', earlier }))
  expect(brief(measures, ties, DAY)).toEqual([
    ['gas/iran', 'both/pipeline', 2, 2],
    ['gas/pakistan', 'both/pipeline', null, 20],
  ])
})

test('what was superseded goes on in its successor, and is lost from sight where that lies elsewhere', () => {
  const old = pledge('a/1', '2026-11-03', gone('2026-11-10'))
  expect(brief([old, pledge('b/1', '2026-11-10')], [{ later: 'b/1', earlier: 'a/1' }], DAY)).toEqual([
    ['a/1', 'b/1', null, 20],
  ])
  expect(brief([old], [{ later: 'elsewhere/1', earlier: 'a/1' }], DAY)).toEqual([['a/1', '', null, 7]])
})

test('what was given up stays among those watched, so that giving up raises no share', () => {
  const measures = [
    pledge('a/1', '2020-01-01', { label: 'abandoned', condition: 'abandoned', since: '2020-02-01' }),
    pledge('a/2', '2020-01-01', met('2021-01-01')),
  ]
  expect(survivalOf(promisesOf(measures, [], DAY))?.yearly[2]).toMatchObject({ share: 0.5, atRisk: 1 })
})

test('links in a circle or against the order of days lose nothing and find an end', () => {
  const measures = [pledge('a/1', '2026-11-03'), pledge('b/1', '2026-11-13')]
  const ties = [
    { later: 'a/1', earlier: 'b/1' },
    { later: 'b/1', earlier: 'a/1' },
    { later: 'a/1', earlier: 'a/1' },
  ]
  expect(brief(measures, ties, DAY)).toEqual([['a/1', 'b/1', null, 20]])
})

const codes = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
const links = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })))

test('every measure belongs to a promise, and each promise begins with the earliest of its own', () => {
  fc.assert(
    fc.property(codes, links, (some, pairs) => {
      const measures = some.map((n) => pledge(`a/${n}`, `20${10 + (n % 7)}-01-01`))
      const ties = pairs.map(([later, earlier]) => ({ later: `a/${later}`, earlier: `a/${earlier}` }))
      const promises = promisesOf(measures, ties, DAY)
      const held = new Set(
        promises.flatMap(({ first, again }) => [first, ...again].map(({ address }) => address)),
      )
      expect([...held].sort()).toEqual(measures.map(({ address }) => address).sort())
      for (const { first, again } of promises)
        for (const other of again) expect(other.concludedOn >= first.concludedOn).toBe(true)
    }),
  )
})

test('shares are told year by year, with how many are still watched', () => {
  const measures = [
    pledge('a/1', '2020-01-01', met('2022-01-01')),
    pledge('a/2', '2020-01-01', { label: 'in_progress' }),
    pledge('b/1', '2024-01-01'),
  ]
  const survival = survivalOf(promisesOf(measures, [], DAY))
  expect(survival).toMatchObject({ promises: 3, implemented: 1, unassessed: 1, median: null })
  expect(
    survival?.yearly.map(({ years, share, atRisk }) => [years, Math.round(share * 300), atRisk]),
  ).toEqual([
    [0, 0, 3],
    [1, 0, 3],
    // On its second anniversary, 731 days later.
    [2, 100, 3],
    [3, 100, 1],
    [4, 100, 1],
    [5, 100, 1],
    [6, 100, 1],
  ])
  expect(survival?.assessed.at(0)).toMatchObject({ atRisk: 2, happened: 1 })
  expect(survivalOf([])).toBeNull()
  expect([0, 1, 2, 3, 4].map(yearDays)).toEqual([0, 366, 731, 1096, 1461])
})

test('medians stand by kind, most promises first and the unnamed last', () => {
  const measures = [
    pledge('a/1', '2020-01-01', {}),
    pledge('a/2', '2020-01-01', met('2020-01-31'), { theme: 'trade' }),
    pledge('a/3', '2020-01-01', met('2020-03-01'), { theme: 'border' }),
    pledge('a/4', '2020-01-01', { label: 'in_progress' }, { theme: 'border' }),
  ]
  expect(mediansBy(promisesOf(measures, [], DAY), ({ theme }) => theme)).toEqual([
    { name: 'border', promises: 2, implemented: 1, unassessed: 0, median: 60 },
    { name: 'trade', promises: 1, implemented: 1, unassessed: 0, median: 30 },
    { name: null, promises: 1, implemented: 0, unassessed: 1, median: null },
  ])
})

const dated = (
  dueOn: string | null,
  originalDueOn: string | null,
  timesMoved: number,
  slippageDays: number | null,
) => ({
  standing: { dueOn, originalDueOn, timesMoved, slippageDays },
})

test('slippage is told of what was moved, and what lost its day is kept apart', () => {
  const never = dated(null, null, 0, null)
  const kept = dated('2020-01-01', '2020-01-01', 0, 0)
  const far = dated('2024-09-30', '2014-12-31', 2, 3561)
  const near = dated('2020-02-01', '2020-01-01', 1, 31)
  const sooner = dated('2019-12-01', '2020-01-01', 1, -31)
  const lifted = dated(null, '2020-01-01', 1, null)
  const slippage = slippageOf([never, kept, near, lifted, far, sooner])
  expect(slippage).toMatchObject({ dated: 5, median: 31, times: 5 })
  expect(slippage.moved.map(({ days, times }) => [days, times])).toEqual([
    [3561, 2],
    [31, 1],
    [-31, 1],
  ])
  expect(slippage.dayless).toEqual([lifted])
  expect(slippageOf([near, far]).median).toBe((31 + 3561) / 2)
  expect(slippageOf([never])).toEqual({ dated: 0, moved: [], dayless: [], median: null, times: 0 })
})
