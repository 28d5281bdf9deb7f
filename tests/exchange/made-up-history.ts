import { addDays } from '../../src/lib/dates'
import { type Chance, chanceFrom } from '../../src/exchange/synthetic/chance'
import type { Data } from './datasets'

const WORDS = ['مرز باز است', 'سرحدی منڈی', 'İstanbul’da söz', '"quoted", \\ and / \t tab', 'a\nb\r\nc', '𝔘𝔫𝔦 😀', '=1+1', '{name} <b>', '0.1'] as const // prettier-ignore
const NUMBERS = [0.1, 1e-7, 2.5, 1 / 3, 1_000_000, -0.25, 123456789.123] as const

/** A legal history with a bit of everything: revisions, withdrawals, corrections, replies, aims and odd texts. */
export function madeUpHistory(seed: number): Data {
  const chance = chanceFrom(seed)
  const told = new Telling(chance)
  const agreements = Array.from({ length: chance.between(1, 3) }, (_, index) =>
    told.agreement(`pact-${index}`),
  )
  return { format: 'followthrough-dataset/1', parties: told.parties(), agreements }
}

class Telling {
  readonly #chance: Chance
  #measures: string[] = []
  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** A day and a moment of it, later than another by some days. */
  #at(day: string, most = 200): string {
    const on = addDays(day, this.#chance.between(0, most))
    return `${on}T${String(this.#chance.between(0, 23)).padStart(2, '0')}:00:00.000Z`
  }
  #text = () => this.#chance.oneOf(WORDS)
  #maybe = (fields: () => Data): Data => (this.#chance.happens(0.4) ? fields() : {})

  parties(): Data[] {
    const recorded_at = '2015-01-01T00:00:00.000Z'
    const revisions = [{ recorded_at: this.#at('2016-01-01'), reason: this.#text(), fields: { names: null } }]
    return [
      { slug: 'north', name: this.#text(), kind: 'state', names: { fa: 'شمال', 'ur-PK': 'شمال' }, revisions, recorded_at },
      { slug: 'south', name: 'South', kind: 'state', recorded_at },
      { slug: 'guard', name: 'Guard', kind: 'force', part_of: 'north', recorded_at, ...this.#maybe(() => ({ withdrawn: { at: '2025-12-31T00:00:00.000Z', reason: this.#text() } })) },
    ] // prettier-ignore
  }

  agreement(slug: string): Data {
    const chance = this.#chance
    const concluded_on = addDays('2016-01-01', chance.between(0, 1_000))
    const recorded_at = this.#at(concluded_on, 50)
    const revised = this.#at(addDays(recorded_at.slice(0, 10), 1))
    // An export of a past instant goes in whole only where nothing in it names what was recorded later.
    this.#measures = []
    const codes = ['10', '9', 'A2', 'a-1.b'].slice(0, chance.between(1, 4))
    const measures = codes.map((code) => this.measure(slug, code, concluded_on, recorded_at))
    return {
      slug,
      title: this.#text(),
      kind: chance.oneOf(['treaty', 'contract', 'announcement']),
      concluded_on,
      parties: ['north', 'south'],
      recorded_at,
      ...this.#maybe(() => ({ id: chance.uuid(), place: this.#text(), language: 'fa' })),
      ...this.#maybe(() => ({ sources: [{ kind: 'act', title: this.#text(), id: chance.uuid(), published_on: '2016-05-05', published_on_precision: 'month' }] })),
      ...this.#maybe(() => ({ revisions: [{ recorded_at: revised, fields: { summary: this.#text(), place: null } }] })),
      ...this.#maybe(() => ({ withdrawn: { at: '2026-01-01T00:00:00.000Z' } })),
      aims: [{ code: 'A', title: this.#text(), recorded_at, assessments: [{ as_of: concluded_on, verdict: 'disputed', by: this.#text(), recorded_at: revised }] }],
      notes: [{ on: concluded_on, kind: 'conflict', text: this.#text(), by_party: 'guard', recorded_at: revised }],
      measures,
    } // prettier-ignore
  }

  measure(slug: string, code: string, from: string, recorded_at: string): Data {
    const chance = this.#chance
    const revisions = Array.from({ length: chance.between(0, 2) }, (_, index) => ({
      recorded_at: this.#at(addDays('2019-01-01', index * 300)),
      reason: this.#text(),
      fields: chance.oneOf<Data>([
        { weight: chance.oneOf([0.1, 2.5]) },
        { owed_by: ['south', 'north'], theme: this.#text() },
        { target: { quantity: chance.oneOf(NUMBERS), baseline: null }, weight: null },
      ]),
    }))
    const repeats = this.#measures.length > 0 && chance.happens(0.5) ? [this.#measures.at(-1)] : []
    this.#measures.push(`${slug}/${code}`)
    return {
      code,
      title: this.#text(),
      obligation: chance.oneOf(['one_off', 'continuing', 'periodic', 'quantity']),
      owed_by: ['north'],
      weight: chance.oneOf([1, 0.5, 3]),
      bodies: { south: this.#text(), north: 'Office' },
      target: { quantity: chance.oneOf(NUMBERS), unit: 'km', baseline: chance.oneOf(NUMBERS) },
      text_public: chance.happens(0.5),
      repeats,
      recorded_at,
      revisions,
      ...this.#maybe(() => ({ withdrawn: { at: '2025-12-01T00:00:00.000Z', reason: this.#text() } })),
      deadlines: Array.from({ length: chance.between(0, 3) }, () => this.deadline(from)),
      observations: [{ observed_on: from, quantity: chance.oneOf(NUMBERS), percent_stated: 0.3, note: this.#text(), recorded_at: this.#at(from) }],
      reports: this.reports(from, this.#measures.at(-2)),
    } // prettier-ignore
  }

  deadline(from: string): Data {
    const decided_on = addDays(from, this.#chance.between(-100, 700))
    return {
      due_on: this.#chance.happens(0.2) ? null : addDays(decided_on, this.#chance.between(-30, 900)),
      decided_on,
      reason: this.#text(),
      recorded_at: this.#at(addDays(from, 700)),
      ...this.#maybe(() => ({ due_on_precision: 'month', withdrawn: { at: '2024-01-01T00:00:00.000Z' } })),
    }
  }

  reports(from: string, other: string | undefined): Data[] {
    const chance = this.#chance
    const reports: Data[] = []
    for (let i = 0; i < chance.between(0, 8); i++) {
      const as_of = addDays(from, chance.between(0, 1_000))
      const recorded_at = this.#at(as_of)
      const report: Data = { id: chance.uuid(), as_of, recorded_at, ...this.said(other, recorded_at) }
      if (chance.happens(0.2)) report['approved_by'] = { id: chance.uuid(), capacity: 'editor' }
      reports.push(report)
      if (chance.happens(0.3)) reports.push(...this.#corrections(report))
      else if (chance.happens(0.2)) report['withdrawn'] = { at: this.#at(addDays(as_of, 250)) }
    }
    return reports
  }

  said(other: string | undefined, recorded_at: string): Data {
    const chance = this.#chance
    const evidence = [{ kind: 'record', title: this.#text(), url: 'https://example.org/a?b=c' }]
    if (chance.happens(0.5)) {
      const channel = chance.oneOf(['own', 'public_source'])
      const end = other && chance.happens(0.3) ? { condition: 'superseded', superseded_by: other } : {}
      return { kind: 'claim', party: chance.oneOf(['north', 'south']), stage: chance.between(0, 3), channel, evidence, ...end }
    } // prettier-ignore
    const replies = [{ party: 'north', text: this.#text(), recorded_at }]
    const by = { name: this.#text(), organisation: 'Watch' }
    if (chance.happens(0.3)) return { kind: 'finding', stage: null, reason: 'classified', evidence, by }
    return { kind: 'finding', stage: chance.between(0, 3), evidence, by, summary: this.#text(), replies }
  }

  #corrections(wrong: Data): Data[] {
    const { replies: _, ...rest } = wrong
    const day = wrong['recorded_at'].slice(0, 10)
    const next = (days: number, summary: string): Data => ({
      ...rest,
      id: this.#chance.uuid(),
      corrects: wrong['id'],
      summary,
      recorded_at: `${addDays(day, days)}T23:30:00.000Z`,
    })
    const first = next(10, 'once')
    if (this.#chance.happens(0.5)) return [first]
    return [{ ...first, withdrawn: { at: `${addDays(day, 20)}T23:30:00.000Z` } }, next(20, 'twice')]
  }
}
