import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { isDay } from '../../src/lib/dates'
import { beforeAll, describe, expect, test } from 'vitest'
import { newApi, type TestApi, type Who } from './app'

const API = '/api/v1'
let api: TestApi
let document: any
let ajv: Ajv2020
beforeAll(async () => {
  api = await newApi()
  document = await api.json(`${API}/openapi.json`)
  ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'api')
})

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

/** What is wrong with an answer by the document; empty when it is one that the document describes. */
async function faults(path: string, method: string, answer: Response): Promise<string[]> {
  const described = document.paths[path][method].responses[answer.status]
  if (!described) return [`${method} ${path} answers ${answer.status}: ${await answer.text()}`]
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  if (!described.content[type]) return [`${method} ${path} answers ${answer.status} as ${type}`]
  const place = pointer('paths', path, method, 'responses', String(answer.status), 'content', type, 'schema')
  const matches = ajv.compile({ $ref: `api#${place}` })
  return matches(type.endsWith('json') ? await answer.json() : await answer.text())
    ? []
    : (matches.errors ?? []).map((error) => `${path} ${error.instancePath} ${error.message}`)
}

test('the document is valid OpenAPI 3.1', async () => {
  const file = join(api.world.folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(document))
  expect(document.openapi).toBe('3.1.0')
  const { stdout, stderr } = await promisify(execFile)(
    'node_modules/.bin/redocly',
    ['lint', file, '--extends=recommended'],
    {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
  expect(stdout + stderr).toContain('Your API description is valid')
}, 30_000)

test('it describes every call of the contract and no other', () => {
  const calls = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(calls.toSorted()).toEqual([
    'get /agreements',
    'get /agreements/{slug}',
    'get /agreements/{slug}/measures',
    'get /agreements/{slug}/measures/{code}',
    'get /agreements/{slug}/measures/{code}/reports',
    'get /agreements/{slug}/score',
    'get /changes',
    'get /drafts/{id}',
    'get /ledger/checkpoint',
    'get /ledger/consistency',
    'get /ledger/entries/{n}',
    'get /ledger/proof',
    'get /parties',
    'get /parties/{slug}',
    'get /score',
    'post /agreements/{slug}/measures/{code}/reports',
    'post /files',
  ])
})

const slugs = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('border-2017', 'trade-2024', 'iran', 'nobody') },
  fc.string({ maxLength: 12 }),
)
const codes = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '2', '10', 'A', '77') },
  fc.string({ maxLength: 8 }),
)
const numbers = fc.oneof(
  fc.integer({ min: -2, max: 30 }).map(String),
  fc.constantFrom('2147483647', '2147483648', '1e3', '0x1', '007'),
  fc.string({ maxLength: 5 }),
)
const days = fc.oneof(
  fc.constantFrom('2018-04-01', '2026-11-23', '2026-11-24', '2016-01-01', '0999-01-01', '2020-02-30'),
  fc.string({ maxLength: 12 }),
)
const instants = fc.oneof(
  days,
  fc.constantFrom(
    '2026-11-23T12:00:00Z',
    '2026-11-23T12:00:00.000+02:00',
    '9999-12-31',
    '2020-01-01T00:00:00Z',
  ),
)

const values: Record<string, fc.Arbitrary<string>> = {
  id: fc.oneof(fc.uuid(), fc.string({ maxLength: 8 })), slug: slugs, code: codes, n: numbers, as_of: days, known_at: instants, limit: numbers, at: numbers, before: numbers,
  after: fc.oneof(slugs, codes, numbers), party: slugs, label: fc.oneof(fc.constantFrom('implemented', 'not_assessed'), fc.string()),
  flag: fc.oneof(fc.constantFrom('overdue', 'disputed'), fc.string()), theme: fc.oneof(fc.constant('border'), fc.string()),
  year: fc.oneof(fc.constantFrom('2017', '2024'), numbers), entry: numbers, size: numbers, from: numbers, to: numbers,
} // prettier-ignore

/** Whether the document says that a query can be answered; `as_of` not after today is the one rule it cannot state. */
function isDescribed(parameters: any[], query: Record<string, string>): boolean {
  return parameters.every(({ name, in: where, schema, required }) => {
    const given = query[name]?.trim()
    if (where !== 'query') return true
    if (given === undefined || given === '') return required !== true
    const value = schema.type === 'integer' ? (/^\d{1,10}$/.test(given) ? Number(given) : given) : given
    return ajv.validate(schema, value) && (name !== 'as_of' || given <= api.world.now.slice(0, 10))
  })
}

describe('real answers are those that the document describes', () => {
  test('whatever is read', async () => {
    const calls = Object.entries<any>(document.paths).flatMap(([path, { get }]) =>
      get ? [[path, get] as const] : [],
    )
    const reading = fc.constantFrom(...calls).chain(([path, call]) => {
      const given = (call.parameters ?? []).map(({ name, in: where }: any) => {
        const value = values[name]
        if (!value) throw new Error(`${name} is fuzzed by nothing`)
        return [name, where === 'path' ? value : fc.option(value, { nil: undefined, freq: 3 })]
      })
      return fc.record({
        path: fc.constant(path),
        call: fc.constant(call),
        given: fc.record(Object.fromEntries(given)),
      })
    })
    await fc.assert(
      fc.asyncProperty(reading, async ({ path, call, given }) => {
        const inPath = path.replace(
          /\{(\w+)\}/g,
          (_, name) => encodeURIComponent(String(given[name]).toWellFormed()) || 'x',
        )
        if (/\/\.{1,2}(\/|$)|%2e/i.test(inPath)) return
        const named = Object.entries(given).filter(
          ([name, value]) => value !== undefined && !path.includes(`{${name}}`),
        )
        const query = Object.fromEntries(named.map(([name, value]) => [name, String(value).toWellFormed()]))
        const answer = await api.get(`${API}${inPath}?${new URLSearchParams(query).toString()}`)
        const status = answer.status
        expect(await faults(path, 'get', answer)).toEqual([])
        if (status === 200) expect([query, isDescribed(call.parameters, query)]).toEqual([query, true])
        // A malformed address is not there, whatever is asked of it; a day is none before the year 1000.
        if (status === 400 && !/^0/.test(String(query['as_of'])))
          expect([query, isKnownAt(query) && isDescribed(call.parameters, query)]).toEqual([query, false])
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  test('whatever is filed', async () => {
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })
    const anything = fc.anything({ maxDepth: 2, withNullPrototype: false })
    const wild = (arbitrary: fc.Arbitrary<unknown>) => some(fc.oneof({ weight: 6, arbitrary }, anything))
    const body = fc.record({
      kind: wild(fc.constantFrom('claim', 'finding')),
      party: wild(fc.constantFrom('iran', 'pakistan', null)),
      stage: wild(fc.constantFrom(0, 1, 2, 3, null)),
      reason: wild(fc.constantFrom('classified', null)),
      condition: wild(fc.constantFrom('active', 'stalled', 'abandoned', 'superseded')),
      as_of: wild(fc.constantFrom('2020-01-01', '2016-01-01', '2026-11-24')),
      channel: wild(fc.constantFrom('own', 'public_source')),
      summary: wild(fc.string()),
      evidence: wild(fc.constant([{ kind: 'act', title: 'An act' }])),
      corrects: some(anything),
      preview: some(fc.boolean()),
      seen: some(fc.nat()),
    })
    const who = fc.constantFrom<(Who | null)[]>('irene', 'vera', 'edith', 'adam', null)
    const path = '/agreements/{slug}/measures/{code}/reports'
    await fc.assert(
      fc.asyncProperty(body, who, some(fc.constantFrom('a', 'b')), async (said, author, key) => {
        const text = JSON.stringify(said, (_, value) => (typeof value === 'bigint' ? String(value) : value))
        const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
        const answer = await api.post(
          `${API}/agreements/border-2017/measures/10/reports`,
          text,
          author,
          headers,
        )
        expect(await faults(path, 'post', answer)).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

// The document has no format for a day or an instant in one.
const isKnownAt = ({ known_at: given = '' }: Record<string, string>): boolean =>
  given.trim() === '' || isDay(given.trim().slice(0, 10))

describe('the readable page', () => {
  test('names every call, parameter and shape, and is made of our own host alone', async () => {
    const answer = await api.get(`${API}/docs`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).not.toMatch(/<script|(src|href)="(https?:)?\/\/(?!followthrough\.example)/)
    for (const [path, methods] of Object.entries<any>(document.paths))
      for (const [method, { parameters = [], summary }] of Object.entries<any>(methods)) {
        expect(page).toContain(`${method.toUpperCase()} ${path}`)
        expect(page).toContain(summary)
        for (const { name } of parameters) expect(page).toContain(`<code>${name}</code>`)
      }
    for (const [name, { properties = {} }] of Object.entries<any>(document.components.schemas)) {
      expect(page).toContain(`id="shape-${name}"`)
      for (const field of Object.keys(properties)) expect(page).toContain(`<code>${field}</code>`)
    }
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    for (const anchor of links) expect(page).toContain(`id="${anchor}"`)
  })

  test('is valid HTML', async () => {
    const page = await (await api.get(`${API}/docs`)).text()
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([])
  })
})
