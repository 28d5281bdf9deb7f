import { type Migration, Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index'
import { type Database, NewerDatabase, type Tx } from './database'

/**
 * Brings the schema up to date, all of it or nothing, and gives the names of the steps it took. Others wait for the same
 * lock, so that of two processes one migrates and the other finds nothing to do.
 */
export function migrate(
  database: Database,
  steps: Record<string, Migration> = migrations,
): Promise<string[]> {
  return database.write(async (tx) => {
    await database.lockLedger(tx)
    refuseNewer(await takenSteps(tx), steps)
    const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => steps } })
    const { error, results } = await migrator.migrateToLatest()
    // Only what is thrown rolls the transaction back.
    if (error) throw asError(error)
    return (results ?? []).map((result) => result.migrationName)
  })
}

/** Throws when a step was taken that this version does not know. */
export function refuseNewer(taken: readonly string[], steps: object = migrations): void {
  const unknown = taken.find((name) => !Object.hasOwn(steps, name))
  if (unknown !== undefined) throw new NewerDatabase(unknown)
}

async function takenSteps(tx: Tx): Promise<string[]> {
  const tables = await tx.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await tx
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
