import SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { DIALECT, type World } from './world'

/** Changes the database behind the back of its triggers. */
export async function tamper({ db, address }: World, statement: string): Promise<void> {
  if (DIALECT === 'postgres')
    return db.write(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(statement).execute(tx)
    })
  const file = new SqliteDatabase(address)
  const triggers = file.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
  for (const name of triggers) file.exec(`drop trigger ${String(name)}`)
  file.pragma('foreign_keys = off')
  file.exec(statement)
  file.close()
}
