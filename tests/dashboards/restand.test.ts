import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { attentionReasons } from '../../src/attention/attention'
import { countAttention } from '../../src/attention/count.queries'
import { addDeadline } from '../../src/deadlines/deadline.store'
import type { Chance } from '../../src/exchange/synthetic/chance'
import { chanceFrom } from '../../src/exchange/synthetic/chance'
import { inLedger, type Ledger } from '../../src/ledger/ledger.store'
import { addWithdrawal } from '../../src/ledger/withdrawal.store'
import { addDays, dayOf, lastInstantOf } from '../../src/lib/dates'
import { type MeasureHistory, measuresAt } from '../../src/measures/measure.store'
import { bringUpToDate } from '../../src/standing/refill.store'
import { restand, restandFrom } from '../../src/standing/restand.store'
import { standingAt } from '../../src/standing/standing'
import { computedRuns, measureFact, standingsAt } from '../../src/standing/standing.store'
import { addReport } from '../../src/status-reports/status-report.store'
import { agreement, claim, dataset, faultsOf, finding, laid, measure } from '../exchange/datasets'
import { newWorld, type World } from '../support/world'

const ACTOR = { id: randomUUID(), capacity: 'operator', party: null } as const
const AGREEMENTS = [agreement({ measures: [measure({ code: 'a' }), measure({ code: 'b' })] })]

interface Said {
  id: string
  kind: string
  asOf: string
}

/** Somebody at work on one measure: each step is told at once, as the forms tell it, and thought over from its first day. */
class Work {
  readonly #said: Said[] = []
  readonly #decided: string[] = []
  readonly #where: { id: string; agreement: string; code: string }
  readonly chance: Chance
  readonly history: MeasureHistory
  constructor(chance: Chance, history: MeasureHistory) {
    this.chance = chance
    this.history = history
    const { id, agreement, code } = history.measure
    this.#where = { id, agreement, code }
  }

  async step(ledger: Ledger): Promise<void> {
    const does = this.chance.between(0, 9)
    if (does < 6) return this.#report(ledger)
    if (does < 8) return this.#decide(ledger)
    return this.#withdraw(ledger)
  }

  async #report(ledger: Ledger): Promise<void> {
    const corrected = this.chance.happens(0.2) ? this.#said.pop() : undefined
    const id = randomUUID()
    const as_of = addDays(dayOf(ledger.enteredAt), -this.chance.between(0, 40))
    const kind = corrected?.kind ?? this.chance.oneOf(['claim', 'finding', 'none'])
    const corrects = corrected ? { corrects: corrected.id } : {}
    const said = {
      claim: claim({ stage: this.chance.between(0, 3) }),
      finding: finding({ stage: this.chance.between(0, 3) }),
      none: finding({ stage: null, reason: 'not_looked' }),
    }[kind]
    const fields = { ...said, as_of, channel: 'public_source', ...corrects }
    addReport(ledger, ACTOR, { id, measure: this.#where, fields, supersededBy: null })
    this.#said.push({ id, kind, asOf: as_of })
    const from = corrected && corrected.asOf < as_of ? corrected.asOf : as_of
    await restandFrom(ledger, this.history.measure, from)
  }

  async #decide(ledger: Ledger): Promise<void> {
    const id = randomUUID()
    // Also decisions that are dated ahead.
    const decided_on = addDays(dayOf(ledger.enteredAt), this.chance.between(-60, 30))
    const due_on = this.chance.happens(0.2) ? null : addDays(decided_on, this.chance.between(0, 400))
    addDeadline(ledger, ACTOR, { id, measure: this.#where, fields: { decided_on, due_on } })
    this.#decided.push(id)
    await restandFrom(ledger, this.history.measure, decided_on)
  }

  async #withdraw(ledger: Ledger): Promise<void> {
    const [report, deadline] = this.chance.happens(0.7)
      ? [this.#said.pop()?.id, undefined]
      : [undefined, this.#decided.pop()]
    const subject =
      report === undefined
        ? { type: 'deadline' as const, id: deadline ?? '' }
        : { type: 'report' as const, id: report }
    if (subject.id === '') return
    const { agreement, code } = this.#where
    addWithdrawal(ledger, ACTOR, { subject, agreement, measure: code, reason: 'wrong' })
    await restand(ledger, [this.#where.id])
  }
}

async function worked(world: World, seed: number): Promise<void> {
  world.now = '2020-06-01T00:00:00.000Z'
  await laid(world, dataset({ agreements: AGREEMENTS }))
  const chance = chanceFrom(seed)
  const works = (await measuresAt(world.db.read, null, {})).map((history) => new Work(chance, history))
  for (let i = 0; i < 40; i++) {
    world.now = `${addDays(dayOf(world.now), chance.between(0, 12))}T00:00:00.000Z`
    await inLedger(world.deps, async (ledger) => {
      // Now and then two things enter at one instant.
      for (let n = chance.happens(0.3) ? 2 : 1; n > 0; n--) await works[chance.between(0, 1)]?.step(ledger)
    })
  }
}

const runs = ({ db }: World) => db.read.selectFrom('standing_run').select('known_to').execute()

test.each([1, 2, 3, 4])('what is thought over from a day on is what the whole record gives, work %i', async (seed) => {
  const world = await newWorld()
  await worked(world, seed)
  expect((await runs(world)).filter(({ known_to }) => known_to !== 'infinity').length).toBeGreaterThan(10)
  expect(await faultsOf(world.db)).toEqual([])
}) // prettier-ignore

test.each([6, 7])(
  'where it stands and whether it needs attention is by both clocks what the rule gives, work %i',
  async (seed) => {
    const world = await newWorld()
    await worked(world, seed)
    const { read } = world.db
    for (let n = 0; n < 12; n++) {
      const knownAt = n === 0 ? null : lastInstantOf(addDays('2020-06-10', 25 * n))
      const histories = await measuresAt(read, knownAt, {})
      const computed = await computedRuns(read, histories, knownAt)
      const ids = histories.map((one) => one.measure.id)
      for (const days of [-200, -20, 0, 5, 15, 25, 400]) {
        const asked = { asOf: addDays(dayOf(knownAt ?? world.now), days), knownAt }
        const right = histories.map((one) =>
          standingAt(computed.get(one.measure.id) ?? [], measureFact(one.measure), asked.asOf),
        )
        const stored = await standingsAt(read, histories, asked)
        expect(ids.map((id) => stored.get(id))).toEqual(right)
        const pressing = right.filter((standing) => attentionReasons(standing).length > 0)
        expect(await countAttention(read, ids, asked)).toBe(pressing.length)
      }
    }
  },
)

test('where no run is stored all are stored anew, once', async () => {
  const world = await newWorld()
  await worked(world, 5)
  const before = await runs(world)
  await world.db.write((tx) => tx.deleteFrom('standing_run').execute())
  expect(await faultsOf(world.db)).not.toEqual([])
  expect(await bringUpToDate(world.db)).toEqual([])
  expect(await faultsOf(world.db)).toEqual([])
  expect((await runs(world)).length).toBe(before.length)
})
