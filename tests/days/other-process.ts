import { randomUUIDv7 } from 'node:crypto'
import { passDays } from '../../src/days/pass-days'
import { openDatabase } from '../../src/db/dialect'

// Run as a process of its own: `ADDRESS NOW` tells the ledger what the days up to NOW brought; says how many entries it made.
const [address = '', now = ''] = process.argv.slice(2)
const db = openDatabase(address)
const deps = { db, clock: () => now, newId: () => randomUUIDv7() }
console.log(await passDays(deps, { id: 'a-1', capacity: 'operator', party: null }))
await db.close()
