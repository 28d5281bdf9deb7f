import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AuditPage } from '../../views/audit/audit-page'
import type { Deps } from '../deps'
import { isDay, readInstant } from '../lib/dates'
import { paths } from '../paths'
import { type FrameFor, type SignedIn, withRole } from '../users/signed-in'
import type { Site } from '../users/site'
import { allUsers } from '../users/user.store'
import { csv } from '../web/csv'
import { doerOf } from '../web/entry'
import { addressWith } from '../web/list'
import { AUDITED, type AuditLine } from './audit'
import { type AuditFilter, auditLines, type Cursor, everyAuditLine } from './audit.queries'
import { noteDone } from './audit.store'

const PAGE_SIZE = 100
const FIELDS = ['at', 'kind', 'actor_as', 'actor', 'subject', 'address', 'detail']

/** The list of what was done with accounts, for administrators alone. */
export function auditRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const admin = withRole('admin')
  return new Hono<SignedIn>()
    .get(paths.audit, admin, async (c) => {
      const filter = filterOf(c)
      const lines = await auditLines(read, filter, cursorOf(c), PAGE_SIZE + 1)
      const last = lines.length > PAGE_SIZE ? lines[PAGE_SIZE - 1] : undefined
      return c.html(
        <AuditPage
          frame={await frameOf(c)}
          lines={lines.slice(0, PAGE_SIZE)}
          people={await allUsers(read)}
          filter={filter}
          older={last === undefined ? null : addressWith(c, 'before', `${last.at} ${last.id}`)}
          newest={c.req.query('before') === undefined ? null : addressWith(c, 'before', null)}
        />,
      )
    })
    .get(`${paths.audit}/list.csv`, admin, async (c) => {
      const filter = filterOf(c)
      const by = doerOf(c, site)
      await deps.db.write((tx) => noteDone(tx, deps, { kind: 'exported', by, detail: 'audit.csv' }))
      const emails = new Map((await allUsers(read)).map(({ id, email }) => [id, email]))
      return csv(c, 'audit', FIELDS, rowsOf(everyAuditLine(read, filter), emails))
    })
}

async function* rowsOf(lines: AsyncIterable<AuditLine>, emails: ReadonlyMap<string, string>) {
  const named = (id: string | null) => (id === null ? null : (emails.get(id) ?? id))
  for await (const { id: _, actor, subject, ...line } of lines)
    yield { ...line, actor_as: actor.as, actor: named(actor.id), subject: named(subject) }
}

/** A filter that is malformed ends the request with 400; an empty one is none. */
function filterOf(c: Context): AuditFilter {
  const given = (name: string) => c.req.query(name)?.trim() || null
  const [kindText, person, from, to] = [given('kind'), given('person'), given('from'), given('to')]
  const kind = AUDITED.find((known) => known === kindText) ?? null
  const malformed = kindText !== kind || [from, to].some((day) => day !== null && !isDay(day))
  if (malformed || (person !== null && !/^[0-9a-f-]{36}$/.test(person))) throw new HTTPException(400)
  return { kind, person, from, to }
}

function cursorOf(c: Context): Cursor | null {
  const text = c.req.query('before')
  if (text === undefined) return null
  const [at = '', id = ''] = text.split(' ')
  if (readInstant(at) !== at || !/^[0-9a-f-]{36}$/.test(id)) throw new HTTPException(400)
  return { at, id }
}
