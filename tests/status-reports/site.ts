import { findAgreement } from '../../src/agreements/agreement.store'
import { inLedger } from '../../src/ledger/ledger.store'
import { addWithdrawal } from '../../src/ledger/withdrawal.store'
import { measuresAt } from '../../src/measures/measure.store'
import { standingsAt, runsAt, computedRuns } from '../../src/standing/standing.store'
import { insertSession } from '../../src/users/session.store'
import type { Role, User } from '../../src/users/user'
import { insertUser } from '../../src/users/user.store'
import { newSite as newWholeSite } from '../support/site'
import type { World } from '../support/world'

const measure = (code: string, more: object = {}) => ({
  code,
  title: `Measure ${code}`,
  obligation: 'one_off',
  owed_by: ['pakistan', 'iran'],
  criterion: 'A call was made in either direction.',
  ...more,
})

/** Pakistan and Iran with three measures, one withdrawn; a later agreement, and one withdrawn. */
const RECORD = {
  format: 'followthrough-dataset/1',
  parties: [
    { slug: 'iran', name: 'Iran', kind: 'state' },
    { slug: 'pakistan', name: 'Pakistan', kind: 'state' },
    { slug: 'oman', name: 'Oman', kind: 'state' },
  ],
  agreements: [
    {
      slug: 'visit-2017',
      title: 'Visit to Tehran',
      kind: 'announcement',
      concluded_on: '2017-11-07',
      parties: ['pakistan', 'iran'],
      measures: [
        measure('1'),
        measure('2', { owed_by: ['iran'] }),
        measure('9', { withdrawn: { at: '2026-11-20T00:00:00.000Z', reason: 'listed twice' } }),
      ],
    },
    {
      slug: 'visit-2020',
      title: 'Visit to Islamabad',
      kind: 'joint_statement',
      concluded_on: '2020-02-02',
      parties: ['pakistan', 'iran'],
      measures: [measure('A')],
    },
    {
      slug: 'rumour-2021',
      title: 'A rumour',
      kind: 'announcement',
      concluded_on: '2021-01-01',
      parties: ['pakistan', 'iran'],
      measures: [measure('1')],
    },
  ],
}

/** Whoever the common cast lacks. */
const MORE = {
  victor: { roles: ['verifier'], party: null },
  omar: { roles: ['reporter'], party: 'oman' },
  ines: { roles: ['reporter'], party: 'iran' },
  ruth: { roles: [], party: null },
  maya: { roles: ['reporter', 'verifier', 'editor'], party: 'pakistan' },
} as const satisfies Record<string, { roles: readonly Role[]; party: string | null }>

export type Who = 'stranger' | 'irene' | 'pervez' | 'vera' | 'edith' | 'adam' | keyof typeof MORE
export type Posted = Record<string, string | readonly string[]>

export const MEASURE = '/agreements/visit-2017/measures/1'
export const FORM = `${MEASURE}/report`

/** A claim by Iran as its form sends it. */
export const CLAIM = {
  kind: 'claim',
  party: 'iran',
  stage: '2',
  reason: '',
  condition: 'active',
  superseded_by: '',
  decided_by: '',
  as_of: '2024-05-01',
  as_of_precision: 'day',
  summary: 'The line was laid on one side.',
}
export const FINDING = {
  ...CLAIM,
  kind: 'finding',
  party: '',
  evidence_kind: 'act',
  evidence_title: 'Order of the day',
  evidence_url: 'https://example.org/order',
}
/** What an editor takes down; the source is its evidence. */
export const PUBLIC = {
  ...CLAIM,
  channel: 'public_source',
  by_name: 'A minister',
  by_organisation: 'A ministry',
  evidence_kind: 'announcement',
  evidence_title: 'Speech',
}

/** The site with the forms on reports and replies, on a database of its own. */
export async function newSite(record: unknown = RECORD, settings: Record<string, string> = {}) {
  const site = await newWholeSite({ record, settings })
  const { world, app } = site
  if (record === RECORD) await withdrawRumour(world)
  const users: Record<string, User> = { ...site.users }
  for (const [name, { roles, party }] of Object.entries(MORE)) {
    const model = site.users['vera']
    if (!model) throw new Error('the cast has changed')
    const user = {
      ...model,
      id: world.deps.newId(),
      actorId: crypto.randomUUID(),
      email: `${name}@example.org`,
    }
    users[name] = { ...user, name, roles: [...roles], party }
    await world.db.write((tx) => insertUser(tx, users[name]!, null))
  }
  const cookies: Record<string, string> = {}
  for (const [name, user] of Object.entries(users))
    cookies[name] = await world.db.write((tx) => insertSession(tx, user.id, world.now))
  const headersOf = (who: Who): Record<string, string> =>
    who === 'stranger' ? {} : { cookie: `session=${cookies[who]}` }
  const get = async (
    path: string,
    who: Who = 'stranger',
    headers: Record<string, string> = {},
  ): Promise<Response> => app.request(path, { headers: { ...headersOf(who), ...headers } })
  const post = async (
    path: string,
    fields: Posted,
    who: Who = 'stranger',
    mode = 'cors',
  ): Promise<Response> =>
    app.request(path, {
      method: 'POST',
      body: bodyOf(fields),
      headers: {
        ...headersOf(who),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': mode,
      },
    })
  /** A form that sends files. */
  const send = async (
    path: string,
    form: FormData,
    who: Who = 'stranger',
    mode = 'cors',
  ): Promise<Response> =>
    app.request(path, {
      method: 'POST',
      body: form,
      headers: { ...headersOf(who), 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': mode },
    })
  return {
    world,
    app,
    users,
    get,
    post,
    send,
    entries: () => world.db.head(),
    load: site.load,
    /** The id of what a successful answer led to. */
    record: async (fields: Posted, who: Who, path = FORM): Promise<string> =>
      idIn(await post(path, fields, who)),
    standing: async (code = '1', slug = 'visit-2017') => {
      const histories = await measuresAt(world.db.read, null)
      const at = { asOf: world.now.slice(0, 10), knownAt: null }
      const found = histories.find(({ measure }) => measure.agreement === slug && measure.code === code)
      const standings = await standingsAt(world.db.read, histories, at)
      return standings.get(found!.measure.id)!
    },
    /** Stored runs, and what the rule makes of the record: they must be the same. */
    runs: async () => {
      const histories = await measuresAt(world.db.read, null)
      const ids = histories.map(({ measure }) => measure.id)
      return {
        stored: await runsAt(world.db.read, ids, null),
        computed: await computedRuns(world.db.read, histories, null),
      }
    },
  }
}

async function withdrawRumour({ deps }: World): Promise<void> {
  const found = await findAgreement(deps.db.read, 'rumour-2021', null)
  const subject = { type: 'agreement', id: found!.agreement.id } as const
  const actor = { id: crypto.randomUUID(), capacity: 'operator', party: null } as const
  await inLedger(deps, async (ledger) => {
    addWithdrawal(ledger, actor, {
      subject,
      agreement: 'rumour-2021',
      measure: null,
      reason: 'never happened',
    })
  })
}

function bodyOf(fields: Posted): string {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, String(value))
  return body.toString()
}

/** The id in the anchor, or at the end, of where an answer leads; throws with the page where it leads nowhere. */
export function idIn(answer: Response): string {
  const id = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (answer.status !== 303 || !id) throw new Error(`${answer.status} ${answer.headers.get('location')}`)
  return id
}

/** The values of a page's fields with a name, in order, as a browser would send them. */
export function valuesOn(html: string, name: string): string[] {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
  return inputs
    .filter((tag) => tag.includes(` name="${name}"`))
    .map((tag) => unescape(/ value="([^"]*)"/.exec(tag)?.[1]))
}

const unescape = (text = ''): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
