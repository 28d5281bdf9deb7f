import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSite, type Site, type Who } from '../support/site'
import { DIALECT } from '../support/world'

const M1 = '/agreements/visit-2017/measures/1'
const M2 = '/agreements/visit-2017/measures/2'

/** Everything that tells of the record by day and knowledge. */
const ADDRESSES = [
  '/',
  '/agreements',
  '/agreements/visit-2017',
  '/agreements/visit-2017/revisions',
  '/compare?from=2018-06-30',
  '/agreements/visit-2017/compare?from=2018-06-30&by=now',
  '/compare/list.csv?from=2018-06-30&by=now',
  M1,
  M2,
  `${M2}/revisions`,
  '/parties',
  '/parties/iran',
  '/parties/iran/with/pakistan',
  '/attention',
  '/search?q=words',
  '/ledger',
  '/agreements/list.csv',
  '/agreements/visit-2017/list.csv',
  '/parties/list.csv',
  '/attention/list.csv',
  '/ledger/list.csv',
  '/search/list.csv?q=words',
  '/feed.json',
  '/agreements/visit-2017/feed.atom',
  `${M1}/feed.json`,
  '/parties/iran/feed.atom',
  '/api/v1/agreements',
  '/api/v1/agreements/visit-2017',
  '/api/v1/agreements/visit-2017/score',
  '/api/v1/score',
  '/api/v1/agreements/visit-2017/measures',
  `/api/v1${M1}`,
  `/api/v1${M1}/reports`,
  '/api/v1/parties',
]

type Act = [who: Exclude<Who, 'stranger'>, path: string, fields: Record<string, string>]

const day = fc.integer({ min: 0, max: 9 }).map((year) => `20${17 + (year % 9)}-12-0${1 + (year % 9)}`)
const words = fc.constantFrom('words of one', 'other words', 'more words')
const place = fc.constantFrom(M1, M2)
const stage = fc.constantFrom('0', '1', '2', '3')
const RULED = { kind: 'claim', condition: 'active', channel: 'own' }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.constantFrom('irene', 'pervez'), place, stage, day, words)
    .map(([who, at, said, as_of, summary]): Act => [
      who,
      `${at}/report`,
      { ...RULED, party: who === 'irene' ? 'iran' : 'pakistan', stage: said, as_of, summary },
    ]),
  fc.tuple(place, stage, day, words).map(([at, said, as_of, summary]): Act => [
    'vera',
    `${at}/report`,
    {
      ...{ kind: 'finding', condition: 'active', channel: 'own', stage: said, as_of, summary },
      ...{ evidence_kind: 'record', evidence_title: 'A log' },
    },
  ]),
  fc
    .tuple(place, day, day)
    .map(([at, due_on, decided_on]): Act => [
      'edith',
      `${at}/deadline`,
      { decision: 'set', due_on, decided_on },
    ]),
  fc
    .tuple(place, day, words)
    .map(([at, on, text]): Act => ['edith', `${at}/note`, { on, kind: 'comment', text }]),
  fc
    .tuple(day, words)
    .map(([on, text]): Act => ['edith', '/agreements/visit-2017/note', { on, kind: 'context', text }]),
  fc.constant<Act>(['edith', `${M2}/withdraw`, { reason: 'in words' }]),
)

let second = 0
async function perform(site: Site, [who, path, fields]: Act): Promise<number> {
  second += 1
  site.world.now = new Date(Date.parse('2026-11-23T12:00:00.000Z') + second * 1000).toISOString()
  return (await site.post(path, fields, who)).status
}

// The header and the footer tell of today, and of the last entry.
const shown = (text: string): string => /<section class="as-of.*<\/main>/s.exec(text)?.[0] ?? text

async function seen(site: Site, query: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const address of ADDRESSES) {
    const answer = await site.get(`${address}${address.includes('?') ? '&' : '?'}${query}`)
    found[address] = `${answer.status} ${shown(await answer.text())}`
  }
  return found
}

test(
  'what was shown on a day, by what was known at an instant, stays as it was whatever is recorded later',
  { timeout: 120_000 },
  async () => {
    let recorded = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 6 }),
        fc.array(act, { minLength: 2, maxLength: 6 }),
        fc.constantFrom('2019-06-30', '2022-12-31', '2026-11-23'),
        async (before, after, asOf) => {
          const site = await newSite()
          for (const each of before) await perform(site, each)
          const query = `as_of=${asOf}&known_at=${site.world.now}`
          const then = await seen(site, query)
          for (const each of after) recorded += (await perform(site, each)) === 303 ? 1 : 0
          expect(await seen(site, query)).toEqual(then)
          await site.world.close()
        },
      ),
      { numRuns: DIALECT === 'sqlite' ? 12 : 3 },
    )
    expect(recorded).toBeGreaterThan(1)
  },
)
