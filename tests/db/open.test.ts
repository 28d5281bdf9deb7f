import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, NewerDatabase, Unusable } from '../../src/db/database'
import { openDatabase } from '../../src/db/dialect'
import { migrate } from '../../src/db/migrate'
import { addressOf } from '../support/postgres'
import { DIALECT, newWorld, type World } from '../support/world'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const contentOf = (folder: string) =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])

function open(address: string): Database {
  const database = openDatabase(address)
  onTestFinished(() => database.close())
  return database
}

async function makeNewer(world: World): Promise<void> {
  await world.db.write((tx) =>
    sql`insert into kysely_migration (name, timestamp) values ('2999', '2999')`.execute(tx),
  )
}

const files = () => {
  test('is made with its folder, for this user only', async () => {
    const { folder } = await newWorld()
    const file = join(folder, 'deep', 'data', 'record.db')
    await migrate(open(file))
    expect([modeOf(dirname(dirname(file))), modeOf(dirname(file)), modeOf(file)]).toEqual([
      '700',
      '700',
      '600',
    ])
  })

  test('in a place that takes none is refused in a sentence', async () => {
    const { folder } = await newWorld()
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    // Root may write in a closed folder, but in no file system of the kernel.
    const place = process.getuid?.() === 0 ? '/sys' : closed
    for (const file of [join(place, 'record.db'), join(place, 'data', 'record.db')]) {
      expect(() => openDatabase(file)).toThrow(Unusable)
      expect(() => openDatabase(file)).toThrow(
        `${file} cannot be opened for writing: give this user the right to`,
      )
    }
  })

  test('that is a folder, or lies below a file, is refused in a sentence', async () => {
    const { folder, address } = await newWorld()
    for (const file of [folder, join(address, 'record.db')])
      expect(() => openDatabase(file)).toThrow(/cannot be opened for writing/)
  })

  test('that is no database is refused and kept', async () => {
    const { folder } = await newWorld()
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'Dear colleagues, '.repeat(500))
    const before = readFileSync(file)
    expect(() => openDatabase(file)).toThrow(
      `${file} is no SQLite database: move it away, or restore a backup`,
    )
    expect(readFileSync(file)).toEqual(before)
  })

  test('of a newer version is refused with nothing in its folder changed', async () => {
    const world = await newWorld()
    await makeNewer(world)
    await world.db.close()
    const before = contentOf(world.folder)
    expect(() => openDatabase(world.address)).toThrow(NewerDatabase)
    expect(contentOf(world.folder)).toEqual(before)
  })

  test('of a newer version that crashed is refused with its file and log unchanged', async () => {
    const world = await newWorld()
    await makeNewer(world)
    const crashed = join(world.folder, 'crashed')
    mkdirSync(crashed)
    for (const end of ['', '-wal']) cpSync(world.address + end, join(crashed, `record.db${end}`))
    const before = contentOf(crashed)
    expect(() => openDatabase(join(crashed, 'record.db'))).toThrow(NewerDatabase)
    expect(contentOf(crashed)).toEqual(expect.arrayContaining(before))
  })

  test('closes without leaving its log behind', async () => {
    const world = await newWorld()
    await world.db.head()
    await world.db.close()
    expect(readdirSync(world.folder)).toEqual(['followthrough.db'])
  })
}

const servers = () => {
  test.each([
    ['that is not there', 'postgres://postgres@127.0.0.1:1/postgres'],
    ['whose name nobody knows', 'postgres://postgres@nowhere.invalid/postgres'],
  ])('%s is refused in a sentence', async (_, address) => {
    const refused = migrate(open(address))
    await expect(refused).rejects.toBeInstanceOf(Unusable)
    await expect(refused).rejects.toThrow(/^PostgreSQL cannot be used \(.+\): check DATABASE_URL$/)
  })

  test('without the database asked for is refused in a sentence', async () => {
    const world = await newWorld()
    const refused = migrate(open(addressOf(world.address, 'no_such_database')))
    await expect(refused).rejects.toThrow('database "no_such_database" does not exist')
  })

  test('that cuts an idle connection does not end this process', async () => {
    const world = await newWorld()
    const faults: Error[] = []
    const second = openDatabase(world.address, { onError: (error) => faults.push(error) })
    onTestFinished(() => second.close())
    await second.head()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      world.db.read,
    )
    await expect.poll(() => faults.length).toBeGreaterThan(0)
    expect(await second.head()).toBe(0)
  })
}

if (DIALECT === 'sqlite') describe('a file', files)
else describe('a server', servers)
