import { stringify } from 'csv-stringify'
import type { Context } from 'hono'

type Cell = string | number | boolean | null
/** One line of a list, by field name. */
export type Row = Record<string, Cell>

// A spreadsheet would run a text that begins like this.
const guarded = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

/** All rows as they are made, UTF-8 with CRLF and a header of field names, also where there are none. */
export function csv(
  c: Context,
  name: string,
  fields: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Response {
  const out = stringify({
    header: true,
    columns: [...fields],
    record_delimiter: 'windows',
    // A lone line feed ends a row for many a reader, though it is not how a row ends here.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  })
  void (async () => {
    for await (const row of rows) {
      const cells = Object.fromEntries(fields.map((field) => [field, guarded(row[field] ?? null)]))
      if (!out.write(cells)) await new Promise((resolve) => out.once('drain', resolve))
    }
    out.end()
  })().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  const body = new ReadableStream<Uint8Array>({
    start: (sink) => {
      out.on('data', (chunk: Buffer) => sink.enqueue(new Uint8Array(chunk)))
      out.on('end', () => sink.close())
      out.on('error', (error) => sink.error(error))
    },
    cancel: () => {
      out.destroy()
    },
  })
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}
