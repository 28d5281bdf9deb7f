import { openSync, readSync, closeSync, createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { openBackup } from '../db/backup'
import { restoreBackup } from '../db/restore'
import { bringUpToDate } from '../standing/refill.store'
import { faultLines } from '../exchange/fault'
import { readJson } from '../exchange/read-dataset'
import { type Known, NOTHING_KNOWN } from '../exchange/verify/verify-tree'
import { readCheckpoint } from '../ledger/checkpoint'
import { signersIn } from '../ledger/secret-file'
import { readPublicKey } from '../ledger/signed-note'
import { ledgerKeys } from '../ledger/signing-key.store'
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
    await restoreBackup(file, config.databaseUrl, { force, migrate: bringUpToDate })
    const key = await withDeps(async (deps) => {
      await noteOperator(deps, 'restored', basename(file))
      return (await ledgerKeys(deps.db.read)).at(-1)?.key
    })
    console.log(`The database is that of ${file}.`)
    console.log(`The signing key is not in a backup: ${config.secretFile} stays as it is.`)
    if (key && !signersIn(config.secretFile).some((signer) => signer.public.text === key.text))
      console.log(
        `It does not hold the key of this ledger, ${key.id}: put the copy of it there first, or the next start changes the key.`,
      )
  },
})

const verify = command({
  name: 'verify',
  usage: '[FILE] [--since CHECKPOINT] [--key PUBLICKEY]',
  does: 'recomputes what is derived, every digest and the tree; a line for each fault',
  more: [
    'Without FILE of the database; with one of a backup, or of an export as json or ndjson.',
    '--since CHECKPOINT  the file of a checkpoint that was kept, - for standard input: what it covers must be as it was',
    '--key PUBLICKEY     a key of the ledger that you trust; its checkpoints must be signed by it or by one it handed over to',
  ],
  options: { since: { type: 'string' }, key: { type: 'string' } },
  words: [0, 1],
  run: async ({ since, key }, [file]) => {
    const known = { since: since === undefined ? null : await checkpointIn(since), key: keyIn(key) }
    const faults = file === undefined ? await faultsOfDatabase(known) : await faultsOfFile(file, known)
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

function keyIn(given: string | undefined): Known['key'] {
  if (given === undefined) return null
  const key = readPublicKey(given.trim())
  if (!key) throw new Misused('--key wants a public key as followthrough key show prints it')
  return key
}

async function checkpointIn(file: string): Promise<Known['since']> {
  const read = readCheckpoint(file === '-' ? await text(process.stdin) : bytesOf(file).toString('utf8'))
  if (!read)
    throw new Refused([`${file} is no signed checkpoint: give one as followthrough checkpoint prints it`])
  return read
}

const faultsOfDatabase = (known: Known): Promise<number> =>
  withDeps(async ({ db }) => {
    const { report, count } = counter()
    await verifyDatabase(db, report, known)
    return count()
  })

async function faultsOfBackup(file: string, known = NOTHING_KNOWN): Promise<number> {
  const { report, count } = counter()
  const db = openBackup(file)
  try {
    await verifyDatabase(db, report, known)
  } finally {
    await db.close()
  }
  return count()
}

async function faultsOfFile(file: string, known: Known): Promise<number> {
  const start = startOf(file)
  if (start.startsWith('SQLite format 3\0')) return faultsOfBackup(file, known)
  const { report, count } = counter()
  if (/^\s*\{"(entry|checkpoint)":/.test(start)) {
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
    await verifyLedgerLines(lines, report, known)
  } else {
    if (known.since ?? known.key)
      throw new Misused('--since and --key go with a database, a backup or an exported ledger (ndjson)')
    const read = readJson(bytesOf(file))
    if ('faults' in read) for (const line of faultLines(read.faults)) report(line)
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
