import { openSync, readSync, closeSync, createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { openBackup } from '../db/backup'
import { restoreBackup } from '../db/restore'
import { readJson } from '../exchange/read-dataset'
import { verifyDatabase } from '../exchange/verify/verify-database'
import { verifyLedgerLines } from '../exchange/verify/verify-ledger-file'
import { verifyDataset } from '../exchange/verify/verify-rules'
import { type Command, command, DONE, Misused, Refused, REFUSED } from './command'
import { bytesOf } from './exchange-commands'
import { noteOperator, settings, withDeps } from './with-deps'

const backup = command({
  name: 'backup',
  usage: 'FILE',
  does: 'copies the whole database into one file, also while it is served',
  more: [
    'The file is a SQLite database whatever the database is. It holds the record and the accounts.',
    'The signing key is in SECRET_FILE and not in the backup: keep a copy of that file elsewhere.',
  ],
  options: {},
  words: [1, 1],
  run: async (_, [file = '']) => {
    const secretFile = await withDeps(async (deps, config) => {
      await noteOperator(deps, 'backed_up', basename(file))
      await deps.db.backup(file)
      return config.secretFile
    })
    const faults = await faultsOfBackup(file)
    if (faults > 0) return REFUSED
    console.log(`${file} is a whole and sound copy.`)
    console.log(`The signing key is in ${secretFile} and not in this file: keep a copy of it elsewhere.`)
    return DONE
  },
})

const restore = command({
  name: 'restore',
  usage: 'FILE [--force]',
  does: 'puts a backup in the place of the database',
  more: [
    '--force  also where that replaces a record or accounts that are there',
    'A server that is running goes on with what was restored.',
  ],
  options: { force: { type: 'boolean', default: false } },
  words: [1, 1],
  run: async ({ force }, [file = '']) => {
    const config = settings()
    await restoreBackup(file, config.databaseUrl, { force })
    await withDeps((deps) => noteOperator(deps, 'restored', basename(file)))
    console.log(`The database is that of ${file}.`)
    console.log(`The signing key is not in a backup: ${config.secretFile} stays as it is.`)
  },
})

const verify = command({
  name: 'verify',
  usage: '[FILE] [--since CHECKPOINT] [--key PUBLICKEY]',
  does: 'recomputes what is derived and every digest; a line for each fault',
  more: [
    'Without FILE of the database; with one of a backup, or of an export as json or ndjson.',
    '--since and --key come with the signed checkpoint, in a later version.',
  ],
  options: { since: { type: 'string' }, key: { type: 'string' } },
  words: [0, 1],
  run: async ({ since, key }, [file]) => {
    if ((since ?? key) !== undefined)
      throw new Misused('--since and --key come with the signed checkpoint, in a later version')
    const faults = file === undefined ? await faultsOfDatabase() : await faultsOfFile(file)
    if (faults === 0) console.log(`${file ?? 'The database'} holds: no fault was found.`)
    return faults === 0 ? DONE : REFUSED
  },
})

/** Says each fault once on standard error and counts them. */
function counter() {
  let count = 0
  return {
    report: (line: string) => {
      count += 1
      console.error(line)
    },
    count: () => count,
  }
}

const faultsOfDatabase = (): Promise<number> =>
  withDeps(async ({ db }) => {
    const { report, count } = counter()
    await verifyDatabase(db, report)
    return count()
  })

async function faultsOfBackup(file: string): Promise<number> {
  const { report, count } = counter()
  const db = openBackup(file)
  try {
    await verifyDatabase(db, report)
  } finally {
    await db.close()
  }
  return count()
}

async function faultsOfFile(file: string): Promise<number> {
  const start = startOf(file)
  if (start.startsWith('SQLite format 3\0')) return faultsOfBackup(file)
  const { report, count } = counter()
  if (/^\s*\{"entry":/.test(start))
    await verifyLedgerLines(createInterface({ input: createReadStream(file), crlfDelay: Infinity }), report)
  else {
    const read = readJson(bytesOf(file))
    if ('fault' in read) report(read.fault.sentence)
    else for (const line of verifyDataset(read.value, new Date().toISOString())) report(line)
  }
  return count()
}

function startOf(file: string): string {
  try {
    const descriptor = openSync(file, 'r')
    const bytes = Buffer.alloc(64)
    const length = readSync(descriptor, bytes)
    closeSync(descriptor)
    return bytes.toString('latin1', 0, length)
  } catch (error) {
    throw new Refused([`${file} cannot be read (${error instanceof Error ? error.message : String(error)})`])
  }
}

export const keepingCommands: Command[] = [backup, restore, verify]
