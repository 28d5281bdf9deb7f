import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The same server, another database. */
export function addressOf(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

/** Runs the work on the database `postgres` of the same server. */
export async function asAdmin<T>(address: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: addressOf(address, 'postgres') })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** A database of its own beside the template; `drop` when nobody uses it any more. */
export async function cloneOf(
  template: string,
  { empty = false } = {},
): Promise<{ address: string; drop: () => Promise<void> }> {
  const from = new URL(template).pathname.slice(1)
  const name = `${from}_${randomBytes(6).toString('hex')}`
  const source = empty ? 'template0' : from
  await asAdmin(template, (admin) =>
    admin.query(`create database ${name} template ${source} strategy file_copy`),
  )
  const drop = () => asAdmin(template, (admin) => admin.query(`drop database ${name} with (force)`))
  return { address: addressOf(template, name), drop: async () => void (await drop()) }
}
