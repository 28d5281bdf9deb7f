import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { exportDataset } from '../exchange/export-dataset'
import { exportLedger } from '../exchange/export-ledger'
import { faultLines } from '../exchange/fault'
import { type Imported, importDataset } from '../exchange/import-dataset'
import { operatorActor } from '../exchange/operator.store'
import { MOST_BYTES, readJson } from '../exchange/read-dataset'
import { type Day, dayOf, type Instant, isDay, lastInstantOf, readInstant } from '../lib/dates'
import { type Command, command, DONE, Misused, Refused, REFUSED } from './command'
import { signersOf } from './ledger-commands'
import { fileLines, tallyLines } from './tally-lines'
import { noteOperator, withDeps } from './with-deps'
import { writeTo } from './write-to'

/** Prints what an import did, or on standard error why it did nothing. */
export function told(imported: Imported, dryRun = false): number {
  if (imported.outcome === 'refused') {
    for (const line of faultLines(imported.faults)) console.error(line)
    return REFUSED
  }
  for (const line of [...tallyLines(imported.tally), ...fileLines(imported.files)])
    console.log(dryRun ? `would be ${line}` : line)
  return DONE
}

/** The bytes of a file, refused before reading when there are too many. */
export function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size > MOST_BYTES)
      throw new Refused([`${file} is larger than 200 MB: split it by agreement`])
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused([`${file} cannot be read (${error instanceof Error ? error.message : String(error)})`])
  }
}

const importing = command({
  name: 'import',
  usage: 'FILE [--dry-run] [--keep-recorded-at] [--revise REASON]',
  does: 'adds a dataset to the record, all or nothing',
  more: [
    '--dry-run           checks everything and writes nothing',
    '--keep-recorded-at  keeps the instants that the file gives; else everything is recorded now',
    '--revise REASON     records other wordings of what is there already as revisions',
  ],
  options: {
    'dry-run': { type: 'boolean', default: false },
    'keep-recorded-at': { type: 'boolean', default: false },
    revise: { type: 'string' },
  },
  words: [1, 1],
  run: async (values, [file = '']) => {
    const reason = values.revise?.trim()
    if (reason === '') throw new Misused('--revise wants a reason')
    const read = readJson(bytesOf(file))
    if ('faults' in read) throw new Refused(faultLines(read.faults).map((line) => `${file}: ${line}`))
    const run = {
      keepRecordedAt: values['keep-recorded-at'],
      revise: reason ?? null,
      dryRun: values['dry-run'],
    }
    const source = { name: file, data: read.value }
    return withDeps(async (deps) => {
      const imported = await importDataset(deps, await operatorActor(deps), [source], run)
      if (imported.outcome !== 'refused' && !run.dryRun) await noteOperator(deps, 'imported', basename(file))
      return told(imported, run.dryRun)
    })
  },
})

const FORMATS = ['json', 'ndjson']

const exporting = command({
  name: 'export',
  usage:
    '[--format json|ndjson|csv|xlsx] [--as-of D] [--known-at K] [--with-files] [--with-restricted] [FILE]',
  does: 'writes the record (json), or its ledger with a signed checkpoint (ndjson)',
  more: [
    '--as-of D     json: only what describes the day D (such as 2024-05-31) or an earlier one',
    '--known-at K  json: only what was recorded by the instant K; a bare day means its end',
    '--with-files       json: also the files of evidence, in base64',
    '--with-restricted  json: also the files and what restricted evidence says; not for publication',
    'Without FILE it is written to standard output.',
  ],
  options: {
    format: { type: 'string', default: 'json' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    'with-files': { type: 'boolean', default: false },
    'with-restricted': { type: 'boolean', default: false },
  },
  words: [0, 1],
  run: async (values, [file]) => {
    const { format } = values
    if (format === 'csv' || format === 'xlsx')
      throw new Misused(`the format ${format} comes in a later version; json and ndjson are there`)
    if (!FORMATS.includes(format)) throw new Misused(`there is no format “${format}”: give json or ndjson`)
    const [withFiles, restricted] = [values['with-files'], values['with-restricted']]
    const seen = { asOf: readAsOf(values['as-of']), knownAt: readKnownAt(values['known-at']) }
    if (format === 'ndjson' && (seen.asOf ?? seen.knownAt) !== null)
      throw new Misused('the ledger is whole or nothing: --as-of and --known-at belong to --format json')
    if (format === 'ndjson' && (withFiles || restricted))
      throw new Misused('the ledger holds no files and nothing restricted; those belong to --format json')
    await withDeps(async (deps, config) => {
      await noteOperator(deps, 'exported', restricted ? `${format}, with what is restricted` : format)
      const all = { ...seen, withFiles, restricted }
      if (format === 'json')
        return writeTo(file, (sink) => exportDataset(deps.db, all, sink), { secret: restricted })
      const signers = await signersOf(deps, config)
      return writeTo(file, (sink) => exportLedger(deps.db.read, signers, sink))
    })
  },
})

function readAsOf(text: string | undefined): Day | null {
  if (text === undefined) return null
  if (!isDay(text)) throw new Misused('--as-of wants a day such as 2024-05-31')
  if (text > dayOf(new Date().toISOString())) throw new Misused('--as-of cannot be later than today')
  return text
}

function readKnownAt(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const instant = isDay(text) ? lastInstantOf(text) : readInstant(text)
  if (instant === undefined)
    throw new Misused('--known-at wants a day or an instant such as 2024-05-31T12:00:00Z')
  return instant
}

export const exchangeCommands: Command[] = [importing, exporting]
