import { randomUUIDv7 } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject, onTestFinished, TestRunner } from 'vitest'
import type { Database } from '../../src/db/database'
import { openDatabase } from '../../src/db/dialect'
import type { Deps } from '../../src/deps'
import { adoptKey } from '../../src/ledger/adopt-key'
import type { Instant } from '../../src/lib/dates'
import { closedWithFile } from './open-worlds'
import { cloneOf } from './postgres'
import { scratchFolder } from './scratch'
import './provided'

export const DIALECT = process.env['DIALECT'] === 'postgres' ? 'postgres' : 'sqlite'

export interface World {
  deps: Deps
  db: Database
  /** What the clock says; a test may set it. */
  now: Instant
  /** The DATABASE_URL with which a second process opens the same database. */
  address: string
  /** A folder of its own, for files and as the DATA_DIR of a second process. */
  folder: string
  /** For a test that needs it closed early; otherwise it closes with the test, or with the file when made outside one. */
  close: () => Promise<void>
}

interface Options {
  now?: Instant
  /** No migration has run. */
  empty?: boolean
}

/** A fresh migrated database of this run's dialect, a clock that stands and fresh ids. */
export async function newWorld({
  now = '2026-11-23T12:00:00.000Z',
  empty = false,
}: Options = {}): Promise<World> {
  if (process.env['DIALECT'] === undefined)
    throw new Error('this file is listed under RULES in vitest.config.ts')
  const folder = scratchFolder()
  const place = DIALECT === 'sqlite' ? freshFile(folder, empty) : await cloneOf(inject('template'), { empty })
  const db = openDatabase(place.address)
  const close = closedWithFile(async () => {
    await db.close()
    const dropped = place.drop()
    // Takes PostgreSQL a tenth of a second, for which only the file need wait.
    closedWithFile(() => dropped)
    rmSync(folder, { recursive: true, force: true })
  })
  if (TestRunner.getCurrentTest()) onTestFinished(close)
  const world: World = {
    deps: { db, clock: () => world.now, newId: () => randomUUIDv7() },
    db,
    now,
    address: place.address,
    folder,
    close,
  }
  return world
}

/** Gives the world's ledger its signing key, in the `secret` of its folder; gives the key. */
export async function keyOf({ deps, folder }: World, name = 'followthrough.example/ledger') {
  const actor = { id: 'a-0', capacity: 'operator', party: null } as const
  return adoptKey(deps, { actor, secretFile: join(folder, 'secret'), name })
}

function freshFile(folder: string, empty: boolean) {
  const address = join(folder, 'followthrough.db')
  if (!empty) copyFileSync(inject('template'), address)
  return { address, drop: async () => {} }
}
