import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/dialect'
import { migrate } from '../../src/db/migrate'
import { addressOf, asAdmin } from './postgres'
import { startPostgres } from './postgres-server'
import './provided'

/** Migrates one database, which every world clones: on the server of TEST_PG_URL, or on one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_PG_URL']
  const server = given ? { address: given, stop: async () => {} } : await startPostgres()
  const template = addressOf(server.address, `followthrough_test_${randomBytes(4).toString('hex')}`)
  const name = new URL(template).pathname.slice(1)
  await asAdmin(template, (admin) => admin.query(`create database ${name}`))
  const database = openDatabase(template)
  await migrate(database)
  await database.close()
  project.provide('template', template)
  return async () => {
    if (given) await asAdmin(template, (admin) => dropAll(admin, name))
    await server.stop()
  }
}

async function dropAll(admin: Parameters<Parameters<typeof asAdmin>[1]>[0], name: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [name],
  )
  for (const row of rows) await admin.query(`drop database if exists ${row.datname} with (force)`)
}
