import { fieldsOf, isObject, type JsonObject } from '../../src/lib/json'
import { command } from './servers'

/**
 * The same random seed twice: the second run finds the first agreement with its 118 measures and adds 49 of 18 each.
 * That is 1,000 measures of 50 agreements, of which one is large enough for a page of 100.
 */
const SETS = [
  { agreements: 1, measures: 118 },
  { agreements: 50, measures: 18 },
]
const REPORTS = 10
const RANDOM_SEED = '1'

const AUTHOR = 'bench@example.org'

/** Fills a fresh folder by our own command line; gives a verifier's token. */
export async function makeRecord(folder: string): Promise<string> {
  for (const { agreements, measures } of SETS)
    await command(folder, [
      ...['seed', '--synthetic', '--agreements', String(agreements), '--measures', String(measures)],
      ...['--reports', String(REPORTS), '--random-seed', RANDOM_SEED],
    ])
  const person = ['--name', 'Benchmark', '--role', 'verifier', '--password-stdin']
  await command(folder, ['user', 'add', AUTHOR, ...person], 'a long passphrase nobody guesses\n')
  const printed = await command(folder, ['token', 'add', AUTHOR, '--label', 'benchmark'])
  return printed.trim().split('\n').at(-1) ?? ''
}

export interface Place {
  agreement: string
  code: string
}

/** What is in the record, as our own API tells it. */
export interface Contents {
  agreements: JsonObject[]
  slugs: string[]
  measures: Place[]
  /** The agreement with the most measures. */
  largest: string
  reports: number
}

export async function contentsOf(address: string): Promise<Contents> {
  const agreements = await itemsOf(`${address}/api/v1/agreements?limit=500`)
  const slugs = textsOf(agreements, 'slug')
  const byAgreement = await Promise.all(
    slugs.map(async (agreement) => {
      const measures = await itemsOf(`${address}/api/v1/agreements/${agreement}/measures?limit=500`)
      return textsOf(measures, 'code').map((code) => ({ agreement, code }))
    }),
  )
  const largest = byAgreement.reduce((most, these) => (these.length > most.length ? these : most), [])
  return {
    agreements,
    slugs,
    measures: byAgreement.flat(),
    largest: largest[0]?.agreement ?? '',
    reports: REPORTS * byAgreement.flat().length,
  }
}

const textsOf = (items: readonly JsonObject[], field: string): string[] =>
  items.map((item) => fieldsOf(item).text(field) ?? '')

export async function itemsOf(url: string): Promise<JsonObject[]> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const body: unknown = await answer.json()
  const items = isObject(body) ? body['items'] : undefined
  return Array.isArray(items) ? items.filter(isObject) : []
}
