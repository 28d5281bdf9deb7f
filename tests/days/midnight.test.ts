import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { waitFrom, watchDays } from '../../src/days/midnight'
import { agreement, dataset, faultsOf, laid, measure } from '../exchange/datasets'
import { newWorld, type World } from '../support/world'

const ACTOR = { id: 'a-1', capacity: 'operator', party: null } as const
const LOG = pino({ level: 'silent' })
const NOW = '2026-11-23T12:00:00.000Z'

test.each([
  ['2026-11-23T12:00:00.000Z', 60_000],
  ['2026-11-23T23:59:30.000Z', 32_000],
  ['2026-11-24T00:00:00.000Z', 60_000],
  ['2026-12-31T23:59:59.999Z', 2_001],
])('at %s it looks again in %i ms', (now, ms) => {
  expect(waitFrom(now)).toBe(ms)
})

async function worldOf(days: string[]): Promise<World> {
  const world = await newWorld({ now: NOW })
  const measures = days.map((due_on, n) =>
    measure({ code: String(n + 1), deadlines: [{ due_on, decided_on: '2020-02-01' }] }),
  )
  await laid(world, dataset({ agreements: [agreement({ measures })] }))
  return world
}

function watched(world: World) {
  const days = watchDays(world.deps, ACTOR, LOG)
  onTestFinished(days.stop)
  return days
}

const toldOf = async (world: World) =>
  (await world.db.read.selectFrom('day_passed').select(['event', 'day']).orderBy('entry').execute()).map(
    ({ event, day }) => `${event} ${day}`,
  )

const soon = async (world: World, many: number) => {
  for (let n = 0; n < 500 && (await toldOf(world)).length < many; n++)
    await new Promise((resolve) => setTimeout(resolve, 10))
}

test('what was missed is told at once', async () => {
  const world = await worldOf(['2026-11-24'])
  world.now = '2026-11-30T12:00:00.000Z'
  watched(world)
  await soon(world, 1)
  expect(await toldOf(world)).toEqual(['overdue 2026-11-25'])
})

test('a day that comes while it watches is told just after midnight', async () => {
  const world = await worldOf(['2026-11-23'])
  world.now = '2026-11-23T23:59:59.990Z'
  watched(world)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await toldOf(world)).toEqual([])
  world.now = '2026-11-24T00:00:02.000Z'
  await soon(world, 1)
  expect(await toldOf(world)).toEqual(['overdue 2026-11-24'])
})

test('stopping waits for what is being written and leaves nothing half told', async () => {
  const world = await worldOf(Array.from({ length: 40 }, () => '2026-11-24'))
  world.now = '2026-11-30T12:00:00.000Z'
  const days = watched(world)
  await new Promise((resolve) => setTimeout(resolve, 1))
  await days.stop()
  const told = (await toldOf(world)).length
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await toldOf(world)).length).toBe(told)
  expect(await faultsOf(world.db)).toEqual([])
  watched(world)
  await soon(world, 40)
  expect(await toldOf(world)).toHaveLength(40)
})

test('a database that cannot be written is tried again and ends nothing', async () => {
  const world = await worldOf(['2026-11-24'])
  world.now = '2026-11-30T12:00:00.000Z'
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const broken = { ...world.db, write: () => Promise.reject(new Error('no disk')) }
  const days = watchDays({ ...world.deps, db: broken }, ACTOR, log)
  for (let n = 0; n < 200 && lines.length === 0; n++) await new Promise((resolve) => setTimeout(resolve, 10))
  await days.stop()
  expect(lines.join('')).toContain('could not be told')
  expect(await toldOf(world)).toEqual([])
})
