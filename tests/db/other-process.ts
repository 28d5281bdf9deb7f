import { randomUUIDv7 } from 'node:crypto'
import { openDatabase } from '../../src/db/dialect'
import { migrate } from '../../src/db/migrate'
import { inLedger } from '../../src/ledger/ledger.store'
import { aPartyAdded } from './changes'

// Run as a process of its own: `migrate ADDRESS` says the steps it took, `append ADDRESS TIMES WAIT` writes entries one by one.
const [command, address = '', times = '0', wait = ''] = process.argv.slice(2)
const db = openDatabase(address, { mayWait: wait === 'wait' })
if (command === 'migrate') console.log(JSON.stringify(await migrate(db)))
else
  for (let i = 0; i < Number(times); i++) {
    const deps = { db, clock: () => new Date().toISOString(), newId: () => randomUUIDv7() }
    await inLedger(deps, async (ledger) => aPartyAdded(deps, ledger))
  }
await db.close()
