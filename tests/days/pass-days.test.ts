import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { passDays } from '../../src/days/pass-days'
import { restoreBackup } from '../../src/db/restore'
import { bringUpToDate } from '../../src/standing/refill.store'
import { newestChangeOn } from '../../src/drafts/newest-change.store'
import { operatorActor } from '../../src/exchange/operator.store'
import { verifyLedgerLines } from '../../src/exchange/verify/verify-ledger-file'
import { inLedger } from '../../src/ledger/ledger.store'
import { addDays } from '../../src/lib/dates'
import { aPartyAdded } from '../db/changes'
import {
  agreement,
  claim,
  type Data,
  dataset,
  exported,
  exportedLedger,
  faultsOf,
  laid,
  measure,
  reported,
} from '../exchange/datasets'
import { runFile } from '../support/process'
import { tamper } from '../support/tamper'
import { newWorld, type World } from '../support/world'

const OTHER = new URL('./other-process.ts', import.meta.url)
/** The day on which everything enters. */
const TODAY = '2026-11-23'
const day = (n: number) => addDays(TODAY, n)
const noon = (n: number) => `${day(n)}T12:00:00.000Z`

const owed = (fields: Data) => dataset({ agreements: [agreement({ measures: [measure(fields)] })] })
const due = (on: string, more: Data = {}) => ({ due_on: on, decided_on: '2020-02-01', ...more })

async function worldOf(data: Data): Promise<World> {
  const world = await newWorld({ now: noon(0) })
  await laid(world, data)
  return world
}

async function passed(world: World, n: number): Promise<number> {
  world.now = noon(n)
  return passDays(world.deps, await operatorActor(world.deps))
}

/** What the ledger tells, by measure. */
async function told({ db }: World): Promise<string[]> {
  const rows = await db.read
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .where('e.kind', '=', 'day_passed')
    .select(['e.measure', 'c.body'])
    .orderBy('e.n')
    .execute()
  return rows.map(({ measure, body }) => {
    const { event, day } = JSON.parse(body ?? '')
    return `${measure} ${event} ${day}`
  })
}

describe('a deadline', () => {
  test('is told once as it becomes due soon and once as it passes', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    for (let n = 0; n <= 50; n++) await passed(world, n)
    expect(await told(world)).toEqual([`1 due_soon ${day(10)}`, `1 overdue ${day(41)}`])
    expect(await faultsOf(world.db)).toEqual([])
  })

  test('is told in an entry that says the day, what it is counted from and how long that is', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    await passed(world, 41)
    const entry = await world.db.read
      .selectFrom('entry as e')
      .innerJoin('content as c', 'c.entry', 'e.n')
      .where('e.kind', '=', 'day_passed')
      .selectAll()
      .orderBy('n', 'desc')
      .executeTakeFirstOrThrow()
    const { id } = await world.db.read.selectFrom('measure').select('id').executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      agreement: 'accord',
      measure: '1',
      subject_type: 'measure',
      subject_id: id,
      actor_capacity: 'operator',
      entered_at: noon(41),
      body: `{"day":"${day(41)}","days":1,"due_on":"${day(40)}","event":"overdue","id":"${id}"}`,
    })
  })

  test('moved on the day is told, for when the day began it had passed', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    world.now = noon(41)
    await laid(world, owed({ deadlines: [due(day(40)), due(day(90), { decided_on: day(41) })] }))
    await passed(world, 60)
    expect(await told(world)).toEqual([
      `1 due_soon ${day(10)}`,
      `1 overdue ${day(41)}`,
      `1 due_soon ${day(60)}`,
    ])
    expect(await faultsOf(world.db)).toEqual([])
  })

  test('of a withdrawn measure, or of a withdrawn agreement, is told no more', async () => {
    const record = owed({ deadlines: [due(day(40))] })
    for (const where of ['measure', 'agreement']) {
      const world = await worldOf(record)
      world.now = noon(20)
      const withdrawn = { at: noon(20), reason: 'A mistake.' }
      await laid(
        world,
        dataset({
          agreements: [
            agreement({
              measures: [
                measure({ deadlines: [due(day(40))], ...(where === 'measure' ? { withdrawn } : {}) }),
              ],
              ...(where === 'agreement' ? { withdrawn } : {}),
            }),
          ],
        }),
      )
      await passed(world, 60)
      expect(await told(world)).toEqual([`1 due_soon ${day(10)}`])
      expect(await faultsOf(world.db)).toEqual([])
    }
  })

  test('known to the month says so', async () => {
    const world = await worldOf(
      owed({ deadlines: [due('2026-12', { due_on: '2026-12-31', due_on_precision: 'month' })] }),
    )
    await passed(world, 60)
    const ledger = await exportedLedger(world)
    expect(
      ledger.filter((line) => line.includes('"due_on_precision":"month"') && line.includes('day_passed')),
    ).toHaveLength(2)
    expect(await faultsOf(world.db)).toEqual([])
  })
})

describe('silence', () => {
  const heard = (...more: Data[]) => {
    const reports = [claim({ as_of: TODAY }), ...more]
    return owed({ review_interval_days: 10, reports })
  }
  test('is told, also where a report is filed on that very day', async () => {
    const world = await worldOf(heard())
    world.now = noon(21)
    await laid(world, heard(claim({ as_of: day(21), stage: 2 })))
    await passed(world, 50)
    expect(await told(world)).toEqual([`1 stale ${day(21)}`, `1 stale ${day(42)}`])
    expect(await faultsOf(world.db)).toEqual([])
  })

  test('that a later import breaks from before stays told', async () => {
    const world = await worldOf(heard())
    await passed(world, 30)
    await laid(world, heard(claim({ as_of: day(15), stage: 2, recorded_at: noon(16) })), {
      keepRecordedAt: true,
    })
    await passed(world, 60)
    expect(await told(world)).toEqual([`1 stale ${day(21)}`, `1 stale ${day(36)}`])
    expect(await faultsOf(world.db)).toEqual([])
  })
})

describe('days', () => {
  test('before the measure entered here are not told, whenever it was recorded elsewhere', async () => {
    const world = await newWorld({ now: noon(0) })
    const record = owed({
      recorded_at: '2020-03-01T00:00:00.000Z',
      deadlines: [due('2021-01-01'), due(day(-1))],
      reports: [claim()],
    })
    await laid(world, record, { keepRecordedAt: true })
    expect(await passed(world, 0)).toBe(0)
    expect(await passed(world, 5)).toBe(0)
    expect(await faultsOf(world.db)).toEqual([])
  })

  test('of a standstill are caught up with, but no more than the last 400', async () => {
    const at = (n: number) => ({ code: String(n), deadlines: [due(day(n))] })
    const world = await worldOf(
      dataset({ agreements: [agreement({ measures: [99, 100, 101, 102, 499].map((n) => measure(at(n))) })] }),
    )
    await passed(world, 1)
    await passed(world, 501)
    // Day 101 is not among the last 400; day 102 is the first.
    expect((await told(world)).filter((one) => one.includes('overdue'))).toEqual([
      `101 overdue ${day(102)}`,
      `102 overdue ${day(103)}`,
      `499 overdue ${day(500)}`,
    ])
    expect(await faultsOf(world.db)).toEqual([])
  })

  test('bring the same when they are caught up with as one by one', async () => {
    const measures = Array.from({ length: 12 }, (_, n) =>
      measure({
        code: String(n),
        review_interval_days: 5 + n,
        deadlines: [due(day(3 * n))],
        reports: [claim({ as_of: day(-n) })],
      }),
    )
    const record = dataset({ agreements: [agreement({ measures })] })
    const [slow, fast] = [await worldOf(record), await worldOf(record)]
    for (let n = 1; n <= 60; n++) await passed(slow, n)
    await passed(fast, 60)
    expect(await told(fast)).toEqual(await told(slow))
    expect((await told(fast)).length).toBeGreaterThan(20)
  })

  test('that were told are one small look', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(1))] }))
    await passed(world, 3)
    const head = await world.db.head()
    expect(await passed(world, 3)).toBe(0)
    // A clock that was put back tells nothing either.
    expect(await passed(world, 2)).toBe(0)
    expect(await world.db.head()).toBe(head)
  })

  test('of an empty record bring nothing', async () => {
    const world = await newWorld({ now: noon(0) })
    expect(await passed(world, 10)).toBe(0)
  })

  test('that were told are before whatever enters with a clock that is behind', async () => {
    const world = await worldOf(owed({}))
    await passed(world, 1)
    world.now = `${day(0)}T23:59:59.990Z`
    await inLedger(world.deps, async (ledger) => aPartyAdded(world.deps, ledger))
    const last = await world.db.read
      .selectFrom('entry')
      .select('entered_at')
      .orderBy('n', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ entered_at: `${day(1)}T00:00:00.000Z` })
  })
})

describe('an entry of a day', () => {
  test('is in the ledger as it is exported, and not in the dataset', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    const before = await exported(world.db)
    await passed(world, 41)
    expect(await exported(world.db)).toBe(before)
    expect((await exportedLedger(world)).filter((line) => line.includes('"kind":"day_passed"'))).toHaveLength(
      2,
    )
  })

  test('is no change that somebody else made', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    const seen = await newestChangeOn(world.db.read, { agreement: 'accord', code: '1' })
    await passed(world, 41)
    expect(await newestChangeOn(world.db.read, { agreement: 'accord', code: '1' })).toBe(seen)
  })

  test('adds no words by which its measure is found', async () => {
    const world = await worldOf(owed({ deadlines: [due(day(40))] }))
    const words = () => world.db.read.selectFrom('search').selectAll().orderBy('subject_id').execute()
    const before = await words()
    await passed(world, 41)
    expect(await words()).toEqual(before)
  })

  test('goes to another register in a dataset and is told anew only of days to come', async () => {
    const world = await worldOf(reported(claim({ as_of: TODAY })))
    await passed(world, 800)
    const other = await newWorld({ now: noon(900) })
    await laid(other, JSON.parse(await exported(world.db)))
    expect(await passed(other, 1_000)).toBe(0)
  })
})

test('a restored backup goes on where it was taken, and says nothing twice', async () => {
  const world = await worldOf(owed({ deadlines: [due(day(40))] }))
  await passed(world, 20)
  const file = join(world.folder, 'kept.db')
  await world.db.backup(file)
  await passed(world, 50)
  const other = await newWorld({ now: noon(50) })
  await restoreBackup(file, other.address, { force: true, migrate: bringUpToDate })
  expect(await told(other)).toEqual([`1 due_soon ${day(10)}`])
  expect(await passed(other, 50)).toBe(1)
  expect(await told(other)).toEqual(await told(world))
  expect(await faultsOf(other.db)).toEqual([])
})

test('an exported ledger that tells of days holds by itself', async () => {
  const world = await worldOf(owed({ deadlines: [due(day(40))] }))
  await passed(world, 50)
  const lines = await exportedLedger(world)
  const faults: string[] = []
  await verifyLedgerLines(
    (async function* () {
      yield* lines
    })(),
    (line) => faults.push(line),
  )
  expect(faults).toEqual([])
  expect(lines.filter((line) => line.includes('"event":"overdue"'))).toHaveLength(1)
})

/** As many measures, of which all become overdue on one day. */
const MANY = 1_200
const many = () =>
  dataset({
    agreements: [
      agreement({
        measures: Array.from({ length: MANY }, (_, n) =>
          measure({ code: String(n + 1), deadlines: [due(day(-5)), due(day(40), { decided_on: day(-1) })] }),
        ),
      }),
    ],
  })

test('two processes at once tell each thing once', async () => {
  const world = await worldOf(many())
  const other = () => runFile(OTHER, [world.address, noon(50)])
  const counts = await Promise.all([other(), other(), passed(world, 50)])
  expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(2 * MANY)
  expect(new Set(await told(world)).size).toBe(2 * MANY)
  expect(await faultsOf(world.db)).toEqual([])
}, 60_000)

test('a process killed on the way loses nothing and doubles nothing', async () => {
  const world = await worldOf(many())
  const before = await world.db.head()
  const victim = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(OTHER), world.address, noon(50)])
  const ended = once(victim, 'exit')
  while ((await world.db.head()) === before && victim.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2))
  victim.kill('SIGKILL')
  await ended
  const left = (await told(world)).length
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(2 * MANY)
  expect(await faultsOf(world.db)).toEqual([])
  expect(await passed(world, 50)).toBe(2 * MANY - left)
  expect(new Set(await told(world)).size).toBe(2 * MANY)
  expect(await faultsOf(world.db)).toEqual([])
}, 60_000)

const TAMPERINGS: [what: string, statement: string, fault: RegExp][] = [
  ['a row that is missing', "delete from day_passed where event = 'overdue'", /became overdue on .*, and no entry tells it/],
  ['a day it is not of', "update day_passed set day = '2026-12-05' where event = 'overdue'", /tells what the rule does not give/],
  ['an event it is not', "update day_passed set event = 'stale' where event = 'overdue'", /day_passed\.event is "stale" and should be "overdue"/],
  ['a day that was passed over', `delete from day_ticked where day = '${day(20)}'`, /^days: those between .* were passed over/],
  ['the first days, passed over', `delete from day_ticked where day < '${day(20)}'`, /^days: those between .* were passed over/],
  ['a deadline that is another', "update deadline set due_on = '2027-01-05'", /says something else|no entry tells it/],
] // prettier-ignore

test.each(TAMPERINGS)('verify tells %s', async (_, statement, fault) => {
  const world = await worldOf(owed({ deadlines: [due(day(40))] }))
  await passed(world, 50)
  await tamper(world, statement)
  expect((await faultsOf(world.db)).filter((line) => fault.test(line))).not.toEqual([])
})
