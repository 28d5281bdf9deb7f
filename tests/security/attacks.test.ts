import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyDatabase } from '../../src/exchange/verify/verify-database'
import { DOORS, WHO } from './doors'
import { type House, newHouse, pathOf } from './house'

// What somebody hostile would try at every door; the doors themselves are in doors.ts.

const doors = Object.entries(DOORS)
const reading = doors.filter(([name]) => name.startsWith('GET '))
const writing = doors.filter(([name]) => name.startsWith('POST '))
const CAST = WHO.filter((who) => who !== 'stranger')

let house: House
beforeAll(async () => {
  house = await newHouse()
})

// The last one ends in what turns the direction of what follows it.
const HOSTILE: Record<string, string> = {
  markup: `"><script>smuggled()</script>'><img src=x onerror=smuggled()></title></textarea><svg onload=smuggled()>`,
  'an address that runs': 'javascript:smuggled()',
  SQL: `'; drop table report; -- %' or 1=1 _ \\`,
  'control characters': '\u0000\u0001\u001b[31m\r\nSet-Cookie: session=stolen\r\n\r\n<p>',
  'a template in a path': '../../../../etc/passwd {{7*7}}${7*7}<%= 7*7 %>',
  'nine thousand letters': 'x'.repeat(9_000),
  'Persian markup': 'خط تماس "><script>smuggled()</script> میان فرماندهان \u202e',
}

/** What in a page could run, or load what is not ours. */
function smuggledIn(html: string): string[] {
  const found: string[] = []
  const walk = (node: Tree.ChildNode | Tree.Document): void => {
    if ('attrs' in node) {
      if (node.nodeName === 'script' && !node.attrs.some(({ name }) => name === 'src'))
        if (node.attrs.every(({ value }) => value !== 'application/ld+json')) found.push('a script')
      for (const { name, value } of node.attrs) {
        if (/^on/i.test(name)) found.push(`${node.nodeName} ${name}`)
        if (
          /^(href|src|action|formaction|xlink:href)$/i.test(name) &&
          /^\s*(javascript|data|vbscript):/i.test(value)
        )
          found.push(`${node.nodeName} ${name}=${value}`)
        if (name === 'style') found.push(`${node.nodeName} style`)
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html))
  return found
}

// A picture is one itself, and in the words of a picture as of a feed there is none.
const MARKUP = /<(script|img|svg)|type="x?html"|\son\w+="/

async function faultsIn(answer: Response): Promise<string[]> {
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  return [
    ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
    ...(/\bat .+\.(ts|js):\d+/.test(text) ? ['a stack trace'] : []),
    ...(answer.headers.get('set-cookie')?.includes('stolen') ? ['a cookie of the attacker'] : []),
    ...(type.startsWith('text/html') ? smuggledIn(text) : []),
    ...(/xml/.test(type) && MARKUP.test(type.startsWith('image/svg') ? text.replace('<svg ', '<') : text)
      ? ['markup in a feed or a picture']
      : []),
  ]
}

describe('what is said in an address', () => {
  test.each(Object.keys(HOSTILE))('%s does nothing at any door', async (what) => {
    const hostile = HOSTILE[what] ?? ''
    const found: string[] = []
    const names = [
      'q',
      'party',
      'label',
      'flag',
      'theme',
      'year',
      'as_of',
      'known_at',
      'at',
      'after',
      'limit',
      'next',
    ]
    const query = `?${new URLSearchParams(Object.fromEntries([...names, 'corrects', 'from', 'to', 'entry', 'size'].map((name) => [name, hostile]))).toString()}`
    const one = `?${new URLSearchParams({ q: hostile, theme: hostile, next: hostile }).toString()}`
    for (const [name, door] of reading)
      for (const who of ['stranger', 'edith'] as const)
        for (const asked of [query, one])
          for (const fault of await faultsIn(await house.knock(name, door, who, { query: asked })))
            found.push(`${name} as ${who}: ${fault}`)
    expect(found).toEqual([])
  })

  test('an address with a slash too many leads to the one without, and never to another site', async () => {
    const answer = await house.get('/agreements/?party=iran')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/agreements?party=iran'])
    for (const path of ['//evil.example/', '/\\evil.example/'])
      expect((await house.get(path)).headers.get('location'), path).toBeNull()
  })

  test('an address that is not ours is not there, however it is written', async () => {
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/src/main.ts',
      '/agreements/..%2f..',
      '/agreements/%00',
      '/agreements/%ff%fe',
      '/agreements/visit-2017%0d%0aSet-Cookie:%20a=b',
      '/reports/%27%20or%201=1--',
      '/reports/__proto__',
      '/parties/constructor',
      '/api/v1/agreements/..%2f',
      '/api/v1/ledger/entries/1e3',
      '/api/v1/ledger/entries/-1',
      `/reports/${'a'.repeat(5_000)}`,
      '//evil.example/',
    ]) {
      const answer = await house.get(path, 'edith')
      expect([404, 400], path).toContain(answer.status)
      expect(answer.headers.get('set-cookie'), path).toBeNull()
    }
  })
})

const ends = (name: string): boolean => name.endsWith('/withdraw')
// So much that most forms are accepted, with whatever words.
const RIGHT = {
  ...{ kind: 'finding', stage: '1', condition: 'active', as_of: '2019-01-01', concluded_on: '2018-01-01' },
  ...{
    due_on: '2030-01-01',
    decided_on: '2018-01-01',
    observed_on: '2019-01-01',
    on: '2019-01-01',
    quantity: '5',
  },
  ...{ obligation: 'one_off', owed_by: 'iran', parties: 'iran', slug: 'smuggled', code: 'X', unit: 'km' },
  ...{ evidence_kind: 'act', email: 'some@example.org', roles: 'verifier', weight: '1' },
}
const words = (hostile: string) =>
  Object.fromEntries(
    ['title', 'name', 'name_fa', 'summary', 'place', 'text', 'reason', 'criterion', 'theme', 'note', 'label']
      .concat('evidence_title', 'evidence_publisher', 'organisation', 'decided_by', 'resources')
      .map((name) => [name, hostile]),
  )

describe('what is posted', () => {
  const FIELDS = [
    ...[
      'title',
      'summary',
      'place',
      'text',
      'reason',
      'name',
      'name_fa',
      'name_ur',
      'theme',
      'criterion',
      'resources',
    ],
    ...[
      'reporting_frequency',
      'dispute_procedure',
      'by_name',
      'by_organisation',
      'decided_by',
      'note',
      'unit',
    ],
    ...[
      'evidence_title',
      'evidence_url',
      'evidence_publisher',
      'evidence_language',
      'language',
      'slug',
      'code',
    ],
    ...[
      'quantity',
      'total',
      'percent_stated',
      'as_of',
      'due_on',
      'decided_on',
      'observed_on',
      'on',
      'concluded_on',
    ],
    ...[
      'email',
      'password',
      'organisation',
      'label',
      'party',
      'by_party',
      'roles',
      'stage',
      'condition',
      'kind',
    ],
    ...[
      'superseded_by',
      'corrects',
      'seen',
      'idempotency_key',
      'weight',
      'every_months',
      'review_interval_days',
    ],
  ]
  test.each(Object.keys(HOSTILE))(
    '%s is refused or kept as words in every field',
    async (what) => {
      const hostile = HOSTILE[what] ?? ''
      const one = await newHouse()
      const found: string[] = []
      const tell = async (where: string, answer: Response) => {
        for (const fault of await faultsIn(answer)) found.push(`${where}: ${fault}`)
      }
      const typed = Object.fromEntries(FIELDS.map((name) => [name, hostile]))
      const harmless = writing.filter(([name]) => !/sign-out|disable|enable|roles|revoke/.test(name))
      // What ends a thing comes last, so that everything is there to be written to.
      for (const [name, door] of harmless.toSorted(([a], [b]) => Number(ends(a)) - Number(ends(b))))
        for (const [column, who] of WHO.entries())
          if (who === 'stranger' || door.answers[column] === 422)
            for (const fields of [
              { ...typed, ...door.fields },
              { ...RIGHT, ...words(hostile), ...door.fields },
            ])
              await tell(`${name} as ${who}`, await one.knock(name, door, who, { fields }))
      for (const [name, door] of reading)
        for (const who of ['stranger', 'edith', 'adam'] as const)
          await tell(`${name} as ${who}`, await one.knock(name, door, who))
      expect(found).toEqual([])
    },
    60_000,
  )

  test('a page of another site makes nobody do anything', async () => {
    const before = await house.entries()
    for (const [name, door] of writing.filter(([, { at }]) => !String(at).startsWith('/api')))
      for (const who of WHO)
        for (const headers of [
          { 'sec-fetch-site': 'cross-site' },
          { 'sec-fetch-site': '', origin: 'https://evil.example' },
        ]) {
          if (pathOf(door, house.held).startsWith('/api')) continue
          expect((await house.knock(name, door, who, { headers })).status, `${name} as ${who}`).toBe(403)
        }
    expect(await house.entries()).toBe(before)
  })

  test('what a form has no field for changes nothing', async () => {
    const claim = {
      ...{
        kind: 'claim',
        party: 'iran',
        stage: '1',
        condition: 'active',
        as_of: '2019-01-01',
        summary: 'Begun.',
      },
      ...{
        id: crypto.randomUUID(),
        recorded_at: '2001-01-01T00:00:00.000Z',
        entered_at: '2001-01-01T00:00:00.000Z',
      },
      ...{
        actor: 'x',
        actor_id: 'x',
        capacity: 'operator',
        entry: '1',
        withdrawn: 'yes',
        approved_by: 'x',
        roles: 'admin',
      },
    }
    const fresh = await newHouse()
    const path = '/agreements/visit-2017/measures/1/report'
    const answer = await fresh.post(path, claim, 'irene')
    expect(answer.status).toBe(303)
    const said = await fresh.get('/api/v1/agreements/visit-2017/measures/1/reports?limit=1')
    const { items }: any = await said.json()
    expect(items[0]).toMatchObject({ kind: 'claim', channel: 'own', party: 'iran', as_of: '2019-01-01' })
    expect(items[0].id).not.toBe(claim.id)
    expect(items[0].recorded_at.slice(0, 4)).toBe('2026')
    expect(items[0].approved_by).toBe(null)
    expect(JSON.stringify(items[0])).not.toMatch(/operator/)
    expect((await fresh.get('/admin/people', 'irene')).status).toBe(403)
  })

  test('nobody makes himself an administrator through his own account', async () => {
    await house.post('/account', { roles: 'admin', role: 'admin', party: 'pakistan', password: 'x' }, 'irene')
    const row = await house.world.db.read.selectFrom('user_role').selectAll().execute()
    expect(row.filter(({ role }) => role === 'admin')).toHaveLength(1)
  })
})

describe('an id that belongs to something else', () => {
  const byId = doors.filter(([name]) => /:(id|token|n|code)\b/.test(name))
  test('is not there, at every door that takes one', async () => {
    const { held } = house
    const ids = [
      ...Object.values(held),
      crypto.randomUUID(),
      '00000000-0000-0000-0000-000000000000',
      '0',
      '%00',
      "x'--",
    ]
    const found: string[] = []
    for (const [name, door] of byId) {
      const path = pathOf(door, held)
      const right = Object.values(held).find((id) => path.includes(id))
      if (right === undefined) continue
      for (const id of ids.filter((one) => one !== right))
        for (const who of CAST) {
          const { status } = await house.knock(name, door, who, { at: path.replace(right, id) })
          // A person is found by any person's id; everything else only by its own.
          if (![404, 403, 400].includes(status)) found.push(`${name} with ${id} as ${who}: ${status}`)
        }
    }
    expect(found).toEqual([])
  })
})

describe('a body that is no report', () => {
  const path = '/api/v1/agreements/visit-2017/measures/1/reports'
  const deep = (open: string, shut: string, n: number) => open.repeat(n) + shut.repeat(n)
  test.each([
    ['nested ten thousand deep', `{"evidence":${deep('[', ']', 10_000)}}`],
    ['an object nested deep', `{"a":${deep('{"a":', '}', 5_000).replace('}', '1}')}}`],
    ['two megabytes', JSON.stringify({ summary: 'x'.repeat(2 * 1024 * 1024) })],
    [
      'a hundred thousand fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, 1]))),
    ],
    [
      'ten thousand pieces of evidence',
      JSON.stringify({ evidence: Array.from({ length: 10_000 }, () => ({ kind: 'act', title: 'x' })) }),
    ],
    ['a list', '[]'],
    ['a number', '1e999'],
    ['nothing', ''],
    ['no JSON', '{"kind": claim}'],
    ['two objects', '{}{}'],
    ['a prototype', '{"__proto__":{"kind":"claim"},"constructor":{"prototype":{}}}'],
    ['not UTF-8', '\ud800'],
  ])('%s is refused in words', async (_, body) => {
    const before = await house.entries()
    const { status, headers } = await house.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${house.keys.irene}` },
      body,
    })
    expect([400, 413, 422]).toContain(status)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(await house.entries()).toBe(before)
  })
})

test('whatever was tried, the record is whole', async () => {
  const faults: string[] = []
  await verifyDatabase(house.world.db, (line) => faults.push(line))
  expect(faults).toEqual([])
})
