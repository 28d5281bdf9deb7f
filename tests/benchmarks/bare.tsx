import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'

// What Hono and better-sqlite3 do alone: one prepared query by an index, its rows as JSON or as a table, or one durable
// insert. No layout, no sign-in, no rules. Bundled and started as our own server is.
type Cell = string | number | null
type Row = Record<string, Cell>

const database = new Database(process.argv[2])
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')

const rows = Object.fromEntries(
  ['measures', 'lines', 'reports', 'dashboard', 'feed'].map((table) => [
    table,
    database.prepare<[string], Row>(`select * from ${table} where _asked = ? order by _place`),
  ]),
)
const rowsOf = (table: string, asked: string): Row[] => rows[table]?.all(asked) ?? []

const insert = database.prepare(
  'insert into posted (measure, kind, stage, as_of, summary, evidence) values (?, ?, ?, ?, ?, ?)',
)
const stored = database.prepare<[string], { type: string; etag: string; body: Buffer }>(
  'select type, etag, body from memory where path = ?',
)
const memory = new Map<string, { type: string; etag: string; body: Uint8Array<ArrayBuffer> }>()
function remembered(path: string) {
  const known = memory.get(path)
  if (known) return known
  const found = stored.get(path)
  if (!found) return undefined
  const fresh = { ...found, body: new Uint8Array(found.body) }
  memory.set(path, fresh)
  return fresh
}

const RowLine = ({ row }: { row: Row }) => (
  <tr>{Object.values(row).map((cell) => cell !== null && <td>{cell}</td>)}</tr>
)

const app = new Hono()
  .get('/json/:table/:asked', (c) => c.json({ items: rowsOf(c.req.param('table'), c.req.param('asked')) }))
  .get('/html/:table/:asked', (c) =>
    c.html(
      <table>
        {rowsOf(c.req.param('table'), c.req.param('asked')).map((row) => (
          <RowLine row={row} />
        ))}
      </table>,
    ),
  )
  .get('/memory', (c) => {
    const found = remembered(c.req.query('path') ?? '')
    if (!found) return c.notFound()
    const headers = { 'content-type': found.type, etag: found.etag }
    return c.req.header('if-none-match') === found.etag
      ? c.body(null, 304, { etag: found.etag })
      : c.body(found.body, 200, headers)
  })
  .post('/posted', async (c) => {
    const given = await c.req.json<Record<string, Cell>>()
    const cells = ['measure', 'kind', 'stage', 'as_of', 'summary', 'evidence'].map((name) => {
      const cell = given[name] ?? null
      return typeof cell === 'object' ? JSON.stringify(cell) : cell
    })
    const { lastInsertRowid } = insert.run(cells)
    return c.json({ id: Number(lastInsertRowid) }, 201)
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`bare, port ${port}`))
