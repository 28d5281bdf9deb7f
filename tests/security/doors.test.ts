import { beforeAll, describe, expect, test } from 'vitest'
import { insertToken } from '../../src/users/token.store'
import { insertUser } from '../../src/users/user.store'
import { newSite, SMALL_RECORD, type Site, type Who } from '../support/site'
import { DOORS, type Door, type Held, routesOf, WHO } from './doors'

const RECORD = {
  ...SMALL_RECORD,
  agreements: SMALL_RECORD.agreements.map((agreement) => ({
    ...agreement,
    measures: agreement.measures.map((measure) => ({
      ...measure,
      deadlines: [{ due_on: '2018-12-31', decided_on: '2017-11-07' }],
      notes: [{ on: '2018-01-01', kind: 'context', text: 'Kept.' }],
      ...(measure.code === '2' && {
        observations: [{ observed_on: '2019-01-01', quantity: 20, unit: 'km' }],
      }),
    })),
  })),
}

let site: Site
let held: Held
let keys: Partial<Record<Who, string>>

beforeAll(async () => {
  site = await newSite({ record: RECORD })
  held = await fill(site)
  keys = await keysOf(site)
})

async function fill({ post, world }: Site): Promise<Held> {
  const filed = await post(
    '/agreements/visit-2017/measures/1/report',
    {
      ...{ kind: 'finding', stage: '1', condition: 'active', as_of: '2018-03-01', summary: 'Looked.' },
      ...{ evidence_kind: 'act', evidence_title: 'A line was laid' },
    },
    'vera',
  )
  const report = filed.headers.get('location')?.split('#')[0]?.split('/').pop() ?? ''
  const only = async (table: 'report' | 'deadline' | 'note' | 'observation' | 'reply') =>
    (await world.db.read.selectFrom(table).select('id').limit(1).executeTakeFirstOrThrow()).id
  const finding = await only('report')
  await post(`/reports/${finding}/reply`, { text: 'It works.' }, 'irene')
  return {
    report: finding === report ? report : finding,
    reply: await only('reply'),
    deadline: await only('deadline'),
    note: await only('note'),
    observation: await only('observation'),
    person: await somebodyElse(world),
  }
}

async function somebodyElse({ db, deps, now }: Site['world']): Promise<string> {
  const id = deps.newId()
  const named = { email: 'otto@example.org', name: 'Otto', organisation: null, roles: ['verifier' as const] }
  const user = { id, actorId: deps.newId(), ...named, party: null, disabledAt: null, createdAt: now }
  await db.write((tx) => insertUser(tx, user, null))
  return id
}

test('every route has a row, and every row its route', () => {
  expect(Object.keys(DOORS).toSorted()).toEqual(routesOf(site).toSorted())
})

async function keysOf({ world: { db, deps, now }, users }: Site): Promise<typeof keys> {
  const found: typeof keys = {}
  for (const who of WHO) {
    const user = users[who]
    if (!user) continue
    const token = { id: deps.newId(), userId: user.id, label: who, now }
    found[who] = await db.write((tx) => insertToken(tx, token))
  }
  return found
}

const isApi = (path: string): boolean => path.startsWith('/api/')

function knock(name: string, door: Door, who: Who, on: Site = site): Response | Promise<Response> {
  const [method = ''] = name.split(' ')
  const path = typeof door.at === 'string' ? door.at : door.at(held)
  const key = keys[who]
  if (!isApi(path)) return method === 'GET' ? on.get(path, who) : on.post(path, door.fields ?? {}, who)
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  return on.app.request(path, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: JSON.stringify(door.fields ?? {}) }),
  })
}

describe.each(WHO.map((who, column) => ({ who, column })))('$who', ({ who, column }) => {
  // What changes who somebody is comes last.
  const rows = Object.entries(DOORS).toSorted(([a], [b]) => Number(lasting(a)) - Number(lasting(b)))
  test('is answered at every door as the table says, and writes nothing unasked', async () => {
    const said: string[] = []
    const entries = await site.entries()
    for (const [name, door] of rows.filter(([each]) => !lasting(each))) {
      const { status } = await knock(name, door, who)
      if (status !== door.answers[column]) said.push(`${name}: ${status} and not ${door.answers[column]}`)
    }
    expect(said).toEqual([])
    expect(await site.entries()).toBe(entries)
  })
})

const lasting = (name: string): boolean => /sign-out|\/(disable|enable|roles|invite)$/.test(name)

test('what ends a session or changes a person is answered as the table says', async () => {
  const said: string[] = []
  for (const [name, door] of Object.entries(DOORS).filter(([each]) => lasting(each)))
    for (const [column, who] of WHO.entries()) {
      const fresh = name.endsWith('sign-out') ? await newSite({ record: RECORD }) : site
      const { status } = await knock(name, door, who, fresh)
      if (status !== door.answers[column]) said.push(`${name} as ${who}: ${status}`)
    }
  expect(said).toEqual([])
})

test('where reading is for members, a stranger is shown nothing at any door that is not always open', async () => {
  const closed = await newSite({ record: RECORD, settings: { READ_ACCESS: 'members' } })
  const said: string[] = []
  for (const [name, door] of Object.entries(DOORS)) {
    const answer = await knock(name, door, 'stranger', closed)
    const refused =
      answer.status === 401 ||
      (answer.status === 303 && /^\/sign-in(\?|$)/.test(answer.headers.get('location') ?? ''))
    const open = name === 'POST /sign-out' || !refused
    if (open !== (door.always ?? false)) said.push(`${name}: ${answer.status}`)
  }
  expect(said).toEqual([])
})
