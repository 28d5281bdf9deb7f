import { pino } from 'pino'
import { createApp } from '../../src/app'
import { type Config, readConfig } from '../../src/config'
import { importDataset } from '../../src/exchange/import-dataset'
import { operatorActor } from '../../src/exchange/operator.store'
import { seed } from '../../src/exchange/seed'
import { insertSession } from '../../src/users/session.store'
import type { Role, User } from '../../src/users/user'
import { insertUser } from '../../src/users/user.store'
import { keyOf, newWorld, type World } from './world'

/** The cast, by what they may do. */
const CAST = {
  /** Speaks for Iran. */
  irene: { roles: ['reporter'], party: 'iran' },
  /** Speaks for Pakistan. */
  pervez: { roles: ['reporter'], party: 'pakistan' },
  vera: { roles: ['verifier'], party: null },
  edith: { roles: ['editor'], party: null },
  adam: { roles: ['admin'], party: null },
} as const satisfies Record<string, { roles: readonly Role[]; party: string | null }>

export type Who = keyof typeof CAST | 'stranger'

/** One agreement of Pakistan and Iran with two measures, one of them owed by Iran alone. */
export const SMALL_RECORD = {
  format: 'followthrough-dataset/1',
  parties: [
    { slug: 'iran', name: 'Iran', kind: 'state', names: { fa: 'ایران' } },
    { slug: 'pakistan', name: 'Pakistan', kind: 'state' },
    { slug: 'turkey', name: 'Türkiye', kind: 'state' },
  ],
  agreements: [
    {
      slug: 'visit-2017',
      title: 'Visit to Tehran',
      kind: 'announcement',
      concluded_on: '2017-11-07',
      parties: ['pakistan', 'iran'],
      measures: [
        {
          code: '1',
          title: 'Hotline between commanders',
          obligation: 'one_off',
          owed_by: ['pakistan', 'iran'],
        },
        {
          code: '2',
          title: 'Fence on the border',
          obligation: 'quantity',
          owed_by: ['iran'],
          theme: 'border',
        },
      ],
    },
  ],
}

type FormFields = Record<string, string | readonly string[]>

/** The whole site on a database of its own, with the cast signed in. */
export async function newSite(
  options: { record?: unknown; seeds?: boolean; settings?: Record<string, string> } = {},
) {
  const world = await newWorld()
  if (options.seeds) await loadSeeds(world)
  else if (options.record !== null) await load(world, options.record ?? SMALL_RECORD)
  await keyOf(world)
  const app = createApp(
    world.deps,
    configFrom({ DATA_DIR: world.folder, ...options.settings }),
    pino({ level: 'silent' }),
  )
  const cookies: Record<string, string> = {}
  const users: Record<string, User> = {}
  for (const [name, { roles, party }] of Object.entries(CAST)) {
    const user = { ...person(world, name), roles: [...roles], party: await existing(world, party) }
    users[name] = user
    await world.db.write((tx) => insertUser(tx, user, null))
    cookies[name] = await world.db.write((tx) => insertSession(tx, user.id, world.now))
  }
  const as = (who: Who): Record<string, string> =>
    who === 'stranger' ? {} : { cookie: `session=${cookies[who]}` }
  const get = (path: string, who: Who = 'stranger', headers: Record<string, string> = {}) =>
    app.request(path, { headers: { ...as(who), ...headers } })
  const post = (
    path: string,
    fields: FormFields,
    who: Who = 'stranger',
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method: 'POST',
      body: formOf(fields),
      headers: {
        ...as(who),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    })
  return {
    world,
    app,
    users,
    get,
    post,
    /** What a browser of somebody signed in sends along. */
    cookieOf: (who: Exclude<Who, 'stranger'>) => `session=${cookies[who]}`,
    entries: () => world.db.head(),
    load: (data: unknown) => load(world, data),
  }
}

export type Site = Awaited<ReturnType<typeof newSite>>

function configFrom(settings: Record<string, string>): Config {
  const read = readConfig({ LOG_LEVEL: 'silent', ...settings })
  if ('faults' in read) throw new Error(read.faults.join('; '))
  return read.config
}

const person = ({ deps, now }: World, name: string) => ({
  id: deps.newId(),
  actorId: crypto.randomUUID(),
  email: `${name}@example.org`,
  name: name.charAt(0).toUpperCase() + name.slice(1),
  organisation: 'Office of tests',
  disabledAt: null,
  createdAt: now,
})

// A record that does not hold the party has nobody who speaks for it.
async function existing({ db }: World, party: string | null): Promise<string | null> {
  const row =
    party && (await db.read.selectFrom('party').where('slug', '=', party).select('slug').executeTakeFirst())
  return row ? row.slug : null
}

function formOf(fields: FormFields): string {
  const form = new URLSearchParams()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, String(value))
  return form.toString()
}

async function load({ deps }: World, data: unknown): Promise<void> {
  const run = { keepRecordedAt: false, revise: null, dryRun: false }
  const done = await importDataset(deps, await operatorActor(deps), [{ name: 'test', data }], run)
  if (done.outcome === 'refused') throw new Error(JSON.stringify(done.faults))
}

async function loadSeeds({ deps }: World): Promise<void> {
  const done = await seed(deps)
  if (done.outcome === 'refused') throw new Error(JSON.stringify(done.faults))
}
