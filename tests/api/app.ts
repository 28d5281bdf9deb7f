import { pino } from 'pino'
import { createApp } from '../../src/app'
import { readConfig } from '../../src/config'
import { importDataset } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import { seed } from '../../src/exchange/seed'
import { insertToken } from '../../src/users/token.store'
import type { Role } from '../../src/users/user'
import { insertUser, setDisabledAt } from '../../src/users/user.store'
import { keyOf, newWorld, type World } from '../support/world'

export const PUBLIC_URL = 'https://followthrough.example'

/** The cast, by what they may do. */
const CAST = {
  irene: { roles: ['reporter'], party: 'iran' },
  pervez: { roles: ['reporter'], party: 'pakistan' },
  vera: { roles: ['verifier'], party: null },
  edith: { roles: ['editor'], party: null },
  adam: { roles: ['admin'], party: null },
} as const satisfies Record<string, { roles: readonly Role[]; party: string | null }>
export type Who = keyof typeof CAST

export const measure = (code: string, more: object = {}) => ({
  code,
  title: `Measure ${code}`,
  obligation: 'one_off',
  owed_by: ['iran'],
  ...more,
})

export const agreement = (slug: string, more: object = {}) => ({
  slug,
  title: `Agreement ${slug}`,
  kind: 'memorandum',
  concluded_on: '2017-11-07',
  parties: ['iran', 'pakistan'],
  ...more,
})

export const claim = (party: string, stage: number, asOf: string, more: object = {}) => ({
  kind: 'claim',
  party,
  stage,
  as_of: asOf,
  channel: 'public_source',
  evidence: [{ kind: 'record', title: 'A record' }],
  ...more,
})

export const PARTIES = [
  { slug: 'iran', name: 'Iran', kind: 'state', names: { fa: 'ایران' } },
  { slug: 'pakistan', name: 'Pakistan', kind: 'state' },
]

export const dataset = (agreements: object[], parties: object[] = PARTIES) => ({
  format: 'followthrough-dataset/1',
  parties,
  agreements,
})

/** Two agreements; the first with a measure that is claimed and found, one that has a deadline, and one nobody spoke of. */
export const RECORD = dataset([
  agreement('border-2017', {
    measures: [
      measure('1', {
        owed_by: ['iran', 'pakistan'],
        theme: 'border',
        reports: [
          claim('iran', 2, '2018-03-01'),
          {
            ...claim('iran', 1, '2018-06-01', { kind: 'finding', by: { name: 'An observer' } }),
            party: undefined,
            replies: [{ party: 'iran', text: 'It goes on.' }],
          },
        ],
        notes: [{ on: '2018-01-01', kind: 'context', text: 'A remark.' }],
      }),
      measure('2', {
        obligation: 'quantity',
        target: { quantity: 959.5, unit: 'km' },
        deadlines: [
          { due_on: '2019-12-31', decided_on: '2017-11-07' },
          { due_on: '2024-12-31', decided_on: '2019-06-01' },
        ],
        observations: [{ observed_on: '2020-05-05', quantity: 350.5, unit: 'km' }],
      }),
      measure('10'),
    ],
  }),
  agreement('trade-2024', {
    concluded_on: '2024-02-02',
    measures: [measure('A', { weight: 2.5, reports: [claim('pakistan', 3, '2024-05-01')] })],
  }),
])

/** The API and the feeds on a database of its own, with a key for each of the cast. */
export async function newApi({
  record = RECORD,
  seeds = false,
}: { record?: object | null; seeds?: boolean } = {}) {
  const world = await newWorld()
  if (seeds) await seed(world.deps)
  else if (record) await load(world, record)
  await keyOf(world)
  const app = createApp(world.deps, configOf(world), pino({ level: 'silent' }))
  const keys = await keysOf(world)
  const get = (path: string, headers: Record<string, string> = {}) => app.request(local(path), { headers })
  const json = async (path: string, status = 200) => {
    const answer = await get(path)
    const body: any = await answer.json()
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(body)}`)
    return body
  }
  const post = (path: string, body: unknown, who: Who | null, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(who ? { authorization: `Bearer ${keys[who]}` } : {}),
        ...headers,
      },
    })
  return { world, app, get, json, post, keys, load: (data: object, how = {}) => load(world, data, how) }
}
export type TestApi = Awaited<ReturnType<typeof newApi>>

/** An address of ours without its host. */
const local = (path: string) => (path.startsWith(PUBLIC_URL) ? path.slice(PUBLIC_URL.length) : path)

function configOf({ folder }: World) {
  const read = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL, OPERATOR: 'The keepers', DATA_DIR: folder })
  if ('faults' in read) throw new Error(read.faults.join('; '))
  return read.config
}

async function load({ deps }: World, data: object, how: { keepRecordedAt?: boolean } = {}): Promise<void> {
  const run = { keepRecordedAt: false, revise: null, dryRun: false, ...how }
  const done = await importDataset(deps, await operatorActor(deps), [{ name: 'test', data }], run)
  if (done.outcome === 'refused') throw new Error(JSON.stringify(done.faults))
}

async function keysOf({ deps, db, now }: World): Promise<Record<Who, string>> {
  const keys: Partial<Record<Who, string>> = {}
  for (const [name, { roles, party }] of Object.entries(CAST)) {
    const known =
      party && (await db.read.selectFrom('party').select('slug').where('slug', '=', party).executeTakeFirst())
    const user = {
      id: deps.newId(),
      actorId: crypto.randomUUID(),
      email: `${name}@example.org`,
      name,
      organisation: 'Office of tests',
      party: known ? known.slug : null,
      roles: [...roles],
      disabledAt: null,
      createdAt: now,
    }
    await db.write((tx) => insertUser(tx, user, null))
    keys[name as Who] = await db.write((tx) =>
      insertToken(tx, { id: deps.newId(), userId: user.id, label: name, now }),
    )
  }
  return keys as Record<Who, string>
}

/** Another key of one of the cast, whose account can be disabled. */
export async function insertTokenFor({ world: { db, deps, now } }: TestApi, who: Who) {
  const { id } = await db.read
    .selectFrom('user')
    .select('id')
    .where('email', '=', `${who}@example.org`)
    .executeTakeFirstOrThrow()
  const token = await db.write((tx) => insertToken(tx, { id: deps.newId(), userId: id, label: 'other', now }))
  return { token, disable: () => db.write((tx) => setDisabledAt(tx, id, now)) }
}
