import { join } from 'node:path'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Frame } from '../../views/layout/frame'
import { inLedger } from '../../src/ledger/ledger.store'
import { addParty } from '../../src/parties/party.store'
import { hashPassword } from '../../src/users/password'
import type { Mailer } from '../../src/notify/mailer'
import { identify } from '../../src/users/signed-in'
import type { Site as Settings } from '../../src/users/site'
import { type Role, type User } from '../../src/users/user'
import { userRoutes } from '../../src/users/user.routes'
import { insertUser } from '../../src/users/user.store'
import type { Env } from '../../src/web/env'
import { keyOf, newWorld, type World } from '../support/world'

export const PASSWORD = 'three old lanterns'
const hashed = hashPassword(PASSWORD)

const frame = (address: string): Frame => ({
  locale: 'en', address, viewer: null, desk: null, today: '2026-11-23', yearAgo: '2025-11-23',
  lastYearEnd: '2025-12-31', asOf: null, knownAt: null, head: null, attention: null,
  operator: null, contact: null, dataLicence: null, publicUrl: 'http://localhost:3000', feeds: [], build: 'test',
}) // prettier-ignore

const SETTINGS: Omit<Settings, 'secretFile'> = {
  publicUrl: 'http://localhost:3000',
  trustProxy: false,
  readAccess: 'public',
  adminSecondFactor: 'off',
}

interface Options extends Partial<Settings> {
  mailer?: Mailer | null
}

/** Accounts alone, on a database of their own, with two parties to speak for. */
export async function newSite({ mailer = null, ...options }: Options = {}) {
  const world = await newWorld()
  await addParties(world)
  await keyOf(world)
  const settings = { ...SETTINGS, secretFile: join(world.folder, 'secret'), ...options }
  const app = new Hono<Env>()
    .use(identify(world.deps))
    .route(
      '/',
      userRoutes(world.deps, settings, async (c) => frame(c.req.path), mailer),
    )
    .onError((error, c) => {
      if (error instanceof HTTPException) return c.text(error.message, error.status)
      throw error
    })
  return {
    world,
    app,
    db: world.db.read,
    visitor: (address?: string) => visitorOf(app, address),
    person: (email: string, roles: Role[], party?: string) => addPerson(world, email, roles, party),
    later: (ms: number) => {
      world.now = new Date(Date.parse(world.now) + ms).toISOString()
    },
  }
}

export type Site = Awaited<ReturnType<typeof newSite>>

async function addParties({ deps }: World): Promise<void> {
  const actor = { id: 'test', capacity: 'operator', party: null } as const
  await inLedger(deps, async (ledger) => {
    for (const slug of ['iran', 'pakistan'])
      addParty(ledger, actor, { id: deps.newId(), slug, fields: { name: slug.toUpperCase(), kind: 'state' } })
  })
}

async function addPerson(
  { deps, db, now }: World,
  email: string,
  roles: Role[],
  party?: string,
): Promise<User> {
  const user: User = {
    id: deps.newId(), actorId: crypto.randomUUID(), email, name: `Name of ${email}`, organisation: null,
    party: party ?? null, roles, disabledAt: null, createdAt: now,
  } // prettier-ignore
  const hash = await hashed
  await db.write((tx) => insertUser(tx, user, hash))
  return user
}

type Fields = Record<string, string | string[]>

/** Somebody with a browser: keeps cookies and follows nothing by itself. */
function visitorOf(app: Hono<Env>, address = '203.0.113.9') {
  const cookies = new Map<string, { value: string; path: string }>()
  const send = async (path: string, init: RequestInit = {}) => {
    const kept = [...cookies].filter(([, cookie]) => path.startsWith(cookie.path))
    const headers = new Headers(init.headers)
    if (kept.length > 0) headers.set('Cookie', kept.map(([name, { value }]) => `${name}=${value}`).join('; '))
    const bindings = { incoming: { socket: { remoteAddress: address } } }
    const response = await app.request(path, { ...init, headers }, bindings)
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }
  const keep = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    const path = /; Path=([^;]+)/.exec(line)?.[1] ?? '/'
    if (/Max-Age=0/.test(line)) cookies.delete(name)
    else cookies.set(name, { value, path })
  }
  const post = (path: string, fields: Fields = {}) => {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value)
    return send(path, { method: 'POST', body })
  }
  return {
    cookies,
    send,
    get: (path: string) => send(path),
    post,
    signIn: (email: string, password = PASSWORD) => post('/sign-in', { email, password }),
  }
}

/** What a page says, without its markup. */
export const textOf = async (response: Response): Promise<string> =>
  (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
