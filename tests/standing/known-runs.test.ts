import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/lib/dates'
import type { MeasureFact } from '../../src/standing/facts'
import { knownRuns, type Told, type Worded } from '../../src/standing/known-runs.row'
import { type RunRow, runRow, STILL_KNOWN } from '../../src/standing/run.row'
import { runsOf } from '../../src/standing/standing'
import { history, INSTANTS } from './histories'

const worded: fc.Arbitrary<Worded[]> = fc
  .tuple(history, history, fc.subarray(INSTANTS, { minLength: 1, maxLength: 3 }))
  .map(([one, other, instants]) =>
    instants.map((recordedAt, index) => ({ recordedAt, fact: (index === 1 ? other : one).measure })),
  )

const told: fc.Arbitrary<Told> = fc
  .record({ history, wordings: worded })
  .map(({ history: { reports, deadlines }, wordings }) => ({ id: 'm', wordings, reports, deadlines }))

/** Between any two instants at which something was recorded, and after all of them. */
const ASKED = [...INSTANTS.flatMap((at) => [at, at.replace('00:00.000', '00:00.001')]), null]

const isKnown = (row: RunRow, at: Instant | null): boolean =>
  at === null ? row.known_to === STILL_KNOWN : row.known_from <= at && row.known_to > at

const inOrder = (rows: readonly RunRow[]) => rows.toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1))

function factAt({ wordings }: Told, at: Instant | null): MeasureFact | undefined {
  return wordings.findLast(({ recordedAt }) => at === null || recordedAt <= at)?.fact
}

test('are at every instant those that the rule gives, and none before the measure was recorded', () => {
  fc.assert(
    fc.property(told, (one) => {
      const rows = knownRuns(one)
      for (const at of ASKED) {
        const fact = factAt(one, at)
        const runs = fact ? runsOf(fact, one.reports, one.deadlines, at) : []
        const known = inOrder(rows.filter((row) => isKnown(row, at)))
        expect(known.map((row) => ({ ...row, known_from: '', known_to: '' }))).toEqual(
          runs.flatMap((run) => (fact ? [{ ...runRow('m', run, fact, ''), known_to: '' }] : [])),
        )
      }
    }),
    { numRuns: 600 },
  )
})

test('are each known for a while, and one day has one at a time', () => {
  fc.assert(
    fc.property(told, (one) => {
      const rows = knownRuns(one)
      for (const row of rows) expect(row.known_from < row.known_to).toBe(true)
      for (const [, its] of Map.groupBy(rows, ({ from_on }) => from_on)) {
        const times = its.toSorted((a, b) => (a.known_from < b.known_from ? -1 : 1))
        times.forEach(({ known_to }, i) => {
          const next = times[i + 1]
          if (next) expect(known_to <= next.known_from).toBe(true)
        })
      }
    }),
  )
})
