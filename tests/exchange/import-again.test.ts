import { expect, test } from 'vitest'
import { headOf } from '../../src/ledger/ledger.store'
import { newWorld, type World } from '../support/world'
import { agreement, claim, type Data, dataset, exported, faultsOf, finding, laid, lay, measure, newId, PARTIES, places, reported } from './datasets' // prettier-ignore

const M = 'agreements[0].measures[0]'
const whole = (): Data =>
  dataset({
    agreements: [
      agreement({
        aims: [
          {
            code: 'A',
            title: 'Peace',
            assessments: [{ as_of: '2021-01-01', verdict: 'receding', by: 'Watch' }],
          },
        ],
        notes: [{ on: '2020-02-01', kind: 'context', text: 'A note.' }],
        measures: [
          measure({
            deadlines: [{ due_on: '2021-01-01', decided_on: '2020-01-01' }],
            observations: [{ observed_on: '2020-03-01', quantity: 1.5, unit: 'km' }],
            reports: [claim(), claim(), finding({ replies: [{ party: 'south', text: 'Not so.' }] })],
          }),
          measure({ code: '2', repeats: ['accord/1'] }),
        ],
      }),
    ],
  })

async function unchanged(world: World, data: unknown, run = {}): Promise<void> {
  const head = await headOf(world.db.read)
  expect(await laid(world, data, run)).toMatchObject({ added: {}, revised: {}, withdrawn: {} })
  expect(await headOf(world.db.read)).toEqual(head)
}

test('importing a file twice adds nothing, with or without its instants', async () => {
  const world = await newWorld()
  expect((await laid(world, whole())).added).toEqual({
    party: 2,
    agreement: 1,
    aim: 1,
    assessment: 1,
    measure: 2,
    deadline: 1,
    observation: 1,
    note: 1,
    report: 3,
    reply: 1,
  })
  await unchanged(world, whole())
  await unchanged(world, whole(), { keepRecordedAt: true })
  await unchanged(world, whole(), { revise: 'again' })
  await unchanged(world, JSON.parse(await exported(world.db)))
  expect(await faultsOf(world.db)).toEqual([])
})

test('a dry run says what would be done and writes nothing', async () => {
  const world = await newWorld()
  expect((await laid(world, whole(), { dryRun: true })).added.report).toBe(3)
  expect((await headOf(world.db.read)).n).toBe(0)
})

test('other content under a slug or code is a fault, and a revision where a reason is given', async () => {
  const world = await newWorld()
  await laid(world, whole())
  const changed = dataset({
    parties: [{ ...PARTIES[0], name: 'Northland' }, PARTIES[1]],
    agreements: [agreement({ title: 'The new accord', measures: [measure({ weight: 0.5 })] })],
  })
  const refused = await lay(world, changed)
  expect(places(refused)).toEqual(['agreements[0]', M, 'parties[0]'])
  const tally = await laid(world, changed, { revise: 'Names were corrected.' })
  expect(tally.revised).toEqual({ party: 1, agreement: 1, measure: 1 })
  const record = JSON.parse(await exported(world.db))
  expect(record.parties[0]).toMatchObject({
    name: 'North',
    revisions: [{ reason: 'Names were corrected.', fields: { name: 'Northland' } }],
  })
  expect(record.agreements[0].measures[0].revisions).toMatchObject([{ fields: { weight: 0.5 } }])
  await unchanged(world, changed)
  await unchanged(world, dataset({ agreements: [agreement({ measures: [measure()] })] }))
  expect(await faultsOf(world.db)).toEqual([])
})

test('other content under the id of a report or decision is always a fault', async () => {
  const world = await newWorld()
  const [id, other] = [newId(), newId()]
  const said = (fields: Data): Data =>
    dataset({ agreements: [agreement({ measures: [measure(fields), measure({ code: '2' })] })] })
  await laid(
    world,
    said({ reports: [claim({ id })], deadlines: [{ id: other, due_on: null, decided_on: '2020-01-01' }] }),
  )
  const run = { revise: 'no matter' }
  expect(places(await lay(world, said({ reports: [claim({ id, stage: 2 })] }), run))).toEqual([
    `${M}.reports[0]`,
  ])
  expect(
    places(
      await lay(
        world,
        said({ deadlines: [{ id: other, due_on: '2021-01-01', decided_on: '2020-01-01' }] }),
        run,
      ),
    ),
  ).toEqual([`${M}.deadlines[0]`])
  expect(places(await lay(world, said({ reports: [claim({ id: other })] }), run))).toEqual([
    `${M}.reports[0].id`,
  ])
  const elsewhere = dataset({
    agreements: [agreement({ slug: 'pact', measures: [measure({ reports: [claim({ id })] })] })],
  })
  expect(places(await lay(world, elsewhere, run))).toEqual([`${M}.reports[0].id`])
})

test('withdrawals, replies and revisions that are not there yet are added', async () => {
  const world = await newWorld()
  await laid(world, reported(claim(), finding()))
  const more = reported(
    claim({ withdrawn: { at: '2026-11-23T00:00:00Z', reason: 'Misread.' } }),
    finding({ replies: [{ party: 'north', text: 'We differ.' }] }),
  )
  more['agreements'][0].measures[0].revisions = [
    { recorded_at: '2026-11-22T00:00:00Z', reason: 'Shared.', fields: { owed_by: ['north', 'south'] } },
  ]
  const tally = await laid(world, more)
  expect(tally).toMatchObject({ added: { reply: 1 }, revised: { measure: 1 }, withdrawn: { report: 1 } })
  await unchanged(world, more)
  expect(await faultsOf(world.db)).toEqual([])
})

test('what says no instants is withdrawn after all that stands under it was recorded', async () => {
  const withdrawn = { at: '2021-01-01T00:00:00Z', reason: 'Entered twice.' }
  const [wrong, right] = [newId(), newId()]
  const reports = [
    finding({ withdrawn, replies: [{ party: 'north', text: 'We differ.' }] }),
    claim({ id: wrong, withdrawn }),
    claim({ id: right, corrects: wrong, stage: 2 }),
  ]
  const gone = dataset({
    parties: [...PARTIES, { slug: 'east', name: 'East', kind: 'state', withdrawn }],
    agreements: [
      agreement({ measures: [measure({ withdrawn, reports })] }),
      agreement({ slug: 'pact', parties: ['east', 'north'], withdrawn, measures: [measure()] }),
    ],
  })
  const world = await newWorld()
  expect((await laid(world, gone)).withdrawn).toEqual({ report: 2, measure: 1, agreement: 1, party: 1 })
  await unchanged(world, gone)
  expect(await faultsOf(world.db)).toEqual([])
  const text = await exported(world.db)
  const other = await newWorld()
  await laid(other, JSON.parse(text), { keepRecordedAt: true })
  expect(await exported(other.db)).toBe(text)
})

test('a wording that returns is told from one that was never left', async () => {
  const world = await newWorld()
  const there = { fields: { title: 'B' } }
  const back = { fields: { title: 'A' } }
  const said = (...revisions: Data[]): Data => dataset({ agreements: [agreement({ title: 'A', revisions })] })
  await laid(world, said(there))
  await unchanged(world, said())
  expect((await laid(world, said(there, back))).revised).toEqual({ agreement: 1 })
  await unchanged(world, said(there, back))
})

test('a party that an agreement of the record names is not withdrawn before it', async () => {
  const world = await newWorld()
  await laid(world, whole())
  const gone = { format: 'followthrough-dataset/1', parties: [{ ...PARTIES[1], withdrawn: { at: '2026-11-23T00:00:00Z' } }] } // prettier-ignore
  expect(places(await lay(world, gone))).toEqual(['parties[0].withdrawn'])
  const both = dataset({
    ...gone,
    parties: [PARTIES[0], ...gone.parties],
    agreements: [agreement({ withdrawn: { at: '2026-11-22T00:00:00Z' } })],
  })
  expect((await laid(world, both)).withdrawn).toEqual({ party: 1, agreement: 1 })
  const again = dataset({ agreements: [agreement({ slug: 'pact' })] })
  expect(places(await lay(world, { ...again, parties: [] }))).toEqual(['agreements[0].parties'])
})

test('files are read as one, in any order, and repeat parties freely', async () => {
  const { importDataset } = await import('../../src/exchange/import-dataset')
  const { operatorActor } = await import('../../src/exchange/operator.store')
  const world = await newWorld()
  const pact = dataset({
    parties: [],
    agreements: [agreement({ slug: 'pact', measures: [measure({ repeats: ['accord/1'] })] })],
  })
  const sources = [
    { name: 'a.json', data: pact },
    { name: 'b.json', data: whole() },
    { name: 'c.json', data: dataset({ agreements: [] }) },
  ]
  const run = { keepRecordedAt: false, revise: null, dryRun: false }
  const actor = await operatorActor(world.deps)
  const imported = await importDataset(world.deps, actor, sources, run)
  expect(imported).toMatchObject({ tally: { added: { agreement: 2, party: 2 }, unchanged: { party: 2 } } })
  const broken = [
    ...sources,
    { name: 'd.json', data: dataset({ parties: [{ ...PARTIES[0], kind: 'force' }] }) },
  ]
  expect(places(await importDataset(world.deps, actor, broken, run))).toEqual(['d.json: parties[0]'])
})

test('what is recorded meanwhile is judged again under the lock', async () => {
  const world = await newWorld()
  await laid(world, whole())
  const id = newId()
  const write = world.db.write
  let first = true
  world.db.write = async (work) => {
    if (first) {
      first = false
      await laid(world, reported(claim({ id, stage: 2 })))
    }
    return write(work)
  }
  expect(places(await lay(world, reported(claim({ id, stage: 3 }))))).toEqual([`${M}.reports[0]`])
})
