import { expect, test } from 'vitest'
import { newWorld } from '../support/world'
import {
  agreement,
  claim,
  dataset,
  exported,
  finding,
  laid,
  lay,
  measure,
  PARTIES,
  places,
  reported,
} from './datasets'

const keep = { keepRecordedAt: true }
const at = (recorded_at: string) => ({ recorded_at })

test('everything is recorded now, unless the file’s instants are kept', async () => {
  const data = reported(claim(at('2020-07-01T12:00:00+02:00')))
  const [now, then] = [await newWorld(), await newWorld()]
  await laid(now, data)
  await laid(then, data, keep)
  const instants = (text: string) => new Set(text.match(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g))
  expect(instants(await exported(now.db))).toEqual(new Set(['2026-11-23T12:00:00.000Z']))
  const record = JSON.parse(await exported(then.db))
  const [accord] = record.agreements
  for (const thing of [accord, accord.measures[0], accord.measures[0].reports[0]])
    expect(thing.recorded_at).toBe('2020-07-01T10:00:00.000Z')
  expect(record.parties[0].recorded_at).toBe('2026-11-23T12:00:00.000Z')
})

test('an absent instant is the earliest inside, a withdrawal or revision too', async () => {
  const world = await newWorld()
  const reports = [
    claim({ withdrawn: { at: '2020-06-15T00:00:00Z' } }),
    claim({ stage: 2, ...at('2020-08-01T00:00:00Z') }),
  ]
  const revisions = [{ ...at('2020-06-10T00:00:00Z'), fields: { theme: 'Gates' } }]
  await laid(
    world,
    dataset({ agreements: [agreement({ measures: [measure({ reports, revisions })] })] }),
    keep,
  )
  const [accord] = JSON.parse(await exported(world.db)).agreements
  expect(accord.recorded_at).toBe('2020-06-10T00:00:00.000Z')
  expect(accord.measures[0].recorded_at).toBe('2020-06-10T00:00:00.000Z')
  expect(accord.measures[0].reports[0].recorded_at).toBe('2020-06-15T00:00:00.000Z')
})

test('instants later than now are faults only where they are kept', async () => {
  const world = await newWorld()
  const later = '2026-11-23T12:00:00.001Z'
  const data = dataset({
    parties: [{ ...PARTIES[0], ...at(later) }, PARTIES[1]],
    agreements: [
      agreement({
        measures: [measure({ ...at('2021-01-01T00:00:00Z'), revisions: [{ ...at(later), fields: { theme: 'x' } }], reports: [claim({ withdrawn: { at: later } })] })],
      }),
    ],
  }) // prettier-ignore
  const refused = places(await lay(world, data, keep))
  expect(refused).toEqual([
    'agreements[0].measures[0].reports[0].recorded_at',
    'agreements[0].measures[0].reports[0].withdrawn.at',
    'agreements[0].measures[0].revisions[0].recorded_at',
    'parties[0].recorded_at',
  ])
  expect(places(await lay(world, data, { dryRun: true }))).toEqual([])
})

test('rules are judged by the wording and the day on which a thing entered', async () => {
  const world = await newWorld()
  const joined = { ...at('2021-01-01T00:00:00Z'), fields: { parties: ['north', 'south', 'east'] } }
  const said = (day: string) =>
    dataset({
      parties: [...PARTIES, { slug: 'east', name: 'East', kind: 'state' }],
      agreements: [agreement({ revisions: [joined], measures: [measure({ reports: [claim({ party: 'east', ...at(`${day}T00:00:00Z`) })] })] })],
    }) // prettier-ignore
  const place = 'agreements[0].measures[0].reports[0]'
  expect(places(await lay(world, said('2020-12-31'), keep))).toEqual([`${place}.party`])
  expect(places(await lay(world, said('2021-01-02'), { ...keep, dryRun: true }))).toEqual([])
  expect(places(await lay(world, said('2020-04-30'), keep))).toContain(`${place}.as_of`)
})

test('only a file that keeps its instants may carry own reports, and their imports say so', async () => {
  const world = await newWorld()
  await laid(world, reported(claim({ channel: 'own', evidence: [], ...at('2020-06-01T00:00:00Z') })), keep)
  const row = await world.db.read
    .selectFrom('entry')
    .where('kind', '=', 'report_recorded')
    .selectAll()
    .executeTakeFirst()
  expect(row).toMatchObject({ actor_capacity: 'operator', recorded_at: '2020-06-01T00:00:00.000Z' })
  expect(row?.entered_at).toBe('2026-11-23T12:00:00.000Z')
})

test('a day in the middle of a month or year becomes the end that rules use', async () => {
  const world = await newWorld()
  const deadlines = [{ due_on: '2021-02-10', due_on_precision: 'month', decided_on: '2020-03-15', decided_on_precision: 'year' }] // prettier-ignore
  const reports = [finding({ as_of: '2020-02-10', as_of_precision: 'month' })]
  const said = agreement({ concluded_on: '2020-01-20', concluded_on_precision: 'month', measures: [measure({ deadlines, reports })] }) // prettier-ignore
  await laid(world, dataset({ agreements: [said] }))
  const [accord] = JSON.parse(await exported(world.db)).agreements
  expect(accord).toMatchObject({ concluded_on: '2020-01-01', concluded_on_precision: 'month' })
  expect(accord.measures[0].deadlines[0]).toMatchObject({ due_on: '2021-02-28', decided_on: '2020-01-01' })
  expect(accord.measures[0].reports[0]).toMatchObject({ as_of: '2020-02-29', as_of_precision: 'month' })
})

test('a report recorded before its measure was is told after it', async () => {
  const world = await newWorld()
  const early = { ...at('2022-01-01T00:00:00Z'), reports: [claim(at('2021-01-01T00:00:00Z'))] }
  await laid(world, dataset({ agreements: [agreement({ measures: [measure(early)] })] }), keep)
  const rows = await world.db.read.selectFrom('entry').select(['kind']).orderBy('n').execute()
  expect(rows.map((row) => row.kind).slice(-2)).toEqual(['measure_added', 'report_recorded'])
})
