import { randomUUIDv7 } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openDatabase } from '../../src/db/dialect'
import { migrate } from '../../src/db/migrate'
import { inLedger } from '../../src/ledger/ledger.store'
import { aPartyAdded } from './changes'

// Run as a process of its own: `migrate ADDRESS` says the steps it took, `append ADDRESS TIMES WAIT` writes entries one by
// one, `flood ADDRESS` writes eight at a time until it is killed and says the number of each.
const [command, address = '', times = '0', wait = ''] = process.argv.slice(2)
const db = openDatabase(address, { mayWait: wait === 'wait' })
const deps = { db, clock: () => new Date().toISOString(), newId: () => randomUUIDv7() }
const append = () => inLedger(deps, async (ledger) => aPartyAdded(deps, ledger))

async function flood(): Promise<never> {
  for (;;) writeSync(1, `${await append()}\n`)
}

if (command === 'migrate') console.log(JSON.stringify(await migrate(db)))
else if (command === 'flood') await Promise.all(Array.from({ length: 8 }, flood))
else for (let i = 0; i < Number(times); i++) await append()
await db.close()
