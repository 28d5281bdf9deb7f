import { hashOf } from '../../src/evidence/file'
import { keepBytes } from '../../src/evidence/file.store'
import { noteUpload } from '../../src/evidence/upload.store'
import { insertToken } from '../../src/users/token.store'
import { insertUser } from '../../src/users/user.store'
import { newSite, SMALL_RECORD, type Site, type Who } from '../support/site'
import { type Door, type Held, WHO } from './doors'

const RECORD = {
  ...SMALL_RECORD,
  agreements: SMALL_RECORD.agreements.map((agreement) => ({
    ...agreement,
    aims: [
      { code: 'peace', title: 'A quiet border', assessments: [{ as_of: '2019-01-01', verdict: 'receding' }] },
    ],
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

/** A site that holds something of everything, and a key to its API for each of the cast. */
export async function newHouse(settings: Record<string, string> = {}) {
  const site = await newSite({ record: RECORD, settings })
  const [held, keys] = [await fill(site), await keysOf(site)]
  /** Asks at a door, as somebody; other headers and fields win over those of the door. */
  const knock = (name: string, door: Door, who: Who, more: Knock = {}) => {
    const [method = ''] = name.split(' ')
    const path = (more.at ?? pathOf(door, held)) + (more.query ?? '')
    const fields = more.fields ?? door.fields ?? {}
    if (!isApi(path))
      return method === 'GET' ? site.get(path, who, more.headers) : site.post(path, fields, who, more.headers)
    const key = keys[who]
    const headers = {
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
      ...more.headers,
    }
    return site.app.request(path, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: JSON.stringify(fields) }),
    })
  }
  return { ...site, held, keys, knock }
}
export type House = Awaited<ReturnType<typeof newHouse>>

interface Knock {
  at?: string
  query?: string
  fields?: Record<string, string>
  headers?: Record<string, string>
}

export const pathOf = ({ at }: Door, held: Held): string => (typeof at === 'string' ? at : at(held))
const isApi = (path: string): boolean => path.startsWith('/api/')

async function fill({ post, world, users }: Site): Promise<Held> {
  const file = await sentFile(world, users['vera']?.actorId ?? '')
  const filed = await post(
    '/agreements/visit-2017/measures/1/report',
    {
      ...{ kind: 'finding', stage: '1', condition: 'active', as_of: '2018-03-01', summary: 'Looked.' },
      ...{ evidence_kind: 'act', evidence_title: 'A line was laid' },
      ...{ evidence_file_sha256: file, evidence_file_name: 'line.txt' },
    },
    'vera',
  )
  const report = filed.headers.get('location')?.split('#')[0]?.split('/').pop() ?? ''
  const saved = await post('/agreements/visit-2017/measures/1/report', { save: '1', summary: 'Half' }, 'vera')
  const only = async (table: 'report' | 'deadline' | 'note' | 'observation' | 'assessment' | 'reply') =>
    (await world.db.read.selectFrom(table).select('id').limit(1).executeTakeFirstOrThrow()).id
  const finding = await only('report')
  await post(`/reports/${finding}/reply`, { text: 'It works.' }, 'irene')
  return {
    report: finding === report ? report : finding,
    reply: await only('reply'),
    deadline: await only('deadline'),
    note: await only('note'),
    observation: await only('observation'),
    assessment: await only('assessment'),
    draft: /[0-9a-f-]{36}/.exec(saved.headers.get('location') ?? '')?.[0] ?? '',
    person: await somebodyElse(world),
    file,
  }
}

async function sentFile({ db, now }: Site['world'], actorId: string): Promise<string> {
  const bytes = Buffer.from('The line was laid.')
  const file = { sha256: hashOf(bytes), type: 'text/plain', size: bytes.byteLength } as const
  await db.write(async (tx) => {
    await keepBytes(tx, file, bytes)
    await noteUpload(tx, actorId, file.sha256, now)
  })
  return file.sha256
}

async function somebodyElse({ db, deps, now }: Site['world']): Promise<string> {
  const id = deps.newId()
  const named = { email: 'otto@example.org', name: 'Otto', organisation: null, roles: ['verifier' as const] }
  const user = { id, actorId: deps.newId(), ...named, party: null, disabledAt: null, createdAt: now }
  await db.write((tx) => insertUser(tx, user, null))
  return id
}

async function keysOf({ world: { db, deps, now }, users }: Site): Promise<Partial<Record<Who, string>>> {
  const found: Partial<Record<Who, string>> = {}
  for (const who of WHO) {
    const user = users[who]
    if (!user) continue
    const token = { id: deps.newId(), userId: user.id, label: who, now }
    found[who] = await db.write((tx) => insertToken(tx, token))
  }
  return found
}
