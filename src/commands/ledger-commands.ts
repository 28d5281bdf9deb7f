import type { Config } from '../config'
import { Unusable } from '../db/database'
import type { Deps } from '../deps'
import { operatorActor } from '../exchange/operator.store'
import { adoptKey, originOf, rotateKey } from '../ledger/adopt-key'
import { redactEvidence } from '../ledger/redact-evidence'
import { redactContent, type Redacted } from '../ledger/redact-content'
import { textsOf } from '../ledger/redaction'
import { entriesSaying, findRedactable } from '../ledger/redaction.store'
import { readSecretFile } from '../ledger/secret-file'
import { isKeyName, type SigningKey } from '../ledger/signed-note'
import { checkpointAt, ledgerKeys } from '../ledger/signing-key.store'
import { clean } from '../lib/text'
import { type Command, command, Misused, Refused, wanted } from './command'
import { withDeps } from './with-deps'

/** The keys of the secret file. A ledger that was never started gets its first one; another one is no key of it. */
export async function signersOf(deps: Deps, { secretFile, publicUrl }: Config): Promise<SigningKey[]> {
  if ((await ledgerKeys(deps.db.read)).length === 0)
    await adoptKey(deps, { actor: await operatorActor(deps), secretFile, name: originOf(publicUrl) })
  return readSecretFile(secretFile) ?? []
}

const checkpoint = command({
  name: 'checkpoint',
  usage: '',
  does: 'prints the signed state of the ledger',
  more: ['Whoever keeps it can show later whether anything before it was changed: verify --since.'],
  options: {},
  words: [0, 0],
  run: () =>
    withDeps(async (deps, config) => {
      const signed = await checkpointAt(deps.db.read, await signersOf(deps, config))
      if (signed === undefined)
        throw new Unusable(
          `the ledger’s signing key is not in ${config.secretFile}: put the copy of that file back`,
        )
      process.stdout.write(signed)
    }),
})

const showKey = command({
  name: 'key show',
  usage: '',
  does: 'prints the public key of the ledger, alone on the last line',
  more: ['Give it to whoever wants to check signatures: verify --key. Earlier keys come before it.'],
  options: {},
  words: [0, 0],
  run: () =>
    withDeps(async (deps, config) => {
      await signersOf(deps, config)
      const keys = await ledgerKeys(deps.db.read)
      const now = keys.pop()
      for (const [index, { key }] of keys.entries())
        console.log(`until entry ${keys[index + 1]?.since ?? now?.since}: ${key.text}`)
      console.log(now?.key.text)
    }),
})

const rotate = command({
  name: 'key rotate',
  usage: '[--name NAME]',
  does: 'makes a new signing key, which the old one signs, and says so in the ledger',
  more: [
    '--name NAME  calls the ledger otherwise from now on, such as register.example/ledger',
    'The old key stays in SECRET_FILE below the new one. A server that is running signs with the new one at once.',
  ],
  options: { name: { type: 'string' } },
  words: [0, 0],
  run: ({ name }) => {
    if (name !== undefined && !isKeyName(name))
      throw new Misused('--name wants a name without spaces and plus signs')
    return withDeps(async (deps, config) => {
      await signersOf(deps, config)
      const { secretFile } = config
      const done = await rotateKey(deps, { actor: await operatorActor(deps), secretFile, name })
      if (done.outcome === 'no key yet') throw new Error('a ledger that was asked for its signers has a key')
      console.log(
        done.handedOver
          ? `Entry ${done.entry} changes the key; the old one signed that.`
          : `Entry ${done.entry} changes the key. The old one is not in ${secretFile}, so that it could not sign that.`,
      )
      console.log(`Keep a copy of ${secretFile} elsewhere. The public key:`)
      console.log(done.key.public.text)
    })
  },
})

const COPIES = 'Backups and exports that were made before still hold what was removed.'

const redact = command({
  name: 'redact',
  usage: 'ENTRY [FIELD…] [--text TEXT] [--evidence N] --reason REASON',
  does: 'destroys what an entry said, for good; a later entry says what remains',
  more: [
    'Without FIELD and --text it lists the fields that may be removed, and changes nothing.',
    'FIELD            removes the whole of a field, such as summary, by.name or evidence.0.title',
    '--text TEXT      removes a wording from every field of the entry, whatever its case',
    '--evidence N     removes the file of its evidence N, counted from 0, for good and wherever else it is named, and what is',
    '                 kept of it where it is restricted',
    '--reason REASON  why, for everybody to read; without what is removed',
    'Free text, names, titles and addresses can be removed; never a stage, a day, a kind or a party. Entry, tree and',
    'proofs stay whole. Backups and exports that were made before still hold what was removed.',
  ],
  options: { text: { type: 'string' }, evidence: { type: 'string' }, reason: { type: 'string' } },
  words: [1, 200],
  run: ({ text, evidence, reason }, [number = '', ...paths]) => {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw new Misused('ENTRY is the number of an entry')
    const entry = Number(number)
    if (evidence !== undefined) {
      if (text !== undefined || paths.length > 0) throw new Misused('give --evidence alone')
      return removeEvidence(entry, evidence, clean(wanted(reason, '--reason')))
    }
    const wording = text === undefined ? undefined : clean(text)
    if (wording === '') throw new Misused('--text wants what is to be removed')
    if (wording !== undefined && paths.length > 0) throw new Misused('give fields or --text, not both')
    if (wording === undefined && paths.length === 0) return withDeps((deps) => listTexts(deps, entry))
    const why = clean(wanted(reason, '--reason'))
    if (wording !== undefined && why.toLowerCase().includes(wording.toLowerCase()))
      throw new Refused(['the reason says what is to be removed: give one that does not'])
    const removal = wording === undefined ? { paths } : { wording }
    return withDeps(async (deps) => {
      const actor = await operatorActor(deps)
      const done = await redactContent(deps, { actor, entry, removal, reason: why })
      if (done.outcome !== 'redacted') throw new Refused(notRedacted(done, entry))
      await deps.db.forget()
      console.log(`Entry ${done.entry} redacts entry ${entry}.`)
      console.log(COPIES)
      const others = wording === undefined ? [] : await entriesSaying(deps.db.read, wording)
      if (others.length > 0) console.log(`The same wording stands in: ${others.join(', ')}`)
    })
  },
})

function removeEvidence(entry: number, evidence: string, reason: string): Promise<void> {
  if (!/^\d{1,3}$/.test(evidence)) throw new Misused('--evidence wants its number, counted from 0')
  const position = Number(evidence)
  return withDeps(async (deps) => {
    const actor = await operatorActor(deps)
    const done = await redactEvidence(deps, { actor, entry, position, reason })
    if (done.outcome === 'no such entry') throw new Refused([`there is no entry ${entry}`])
    if (done.outcome === 'nothing kept')
      throw new Refused([`nothing is kept of evidence ${position} of entry ${entry}`])
    await deps.db.forget()
    console.log(`Entry ${done.entry} says that evidence ${position} of entry ${entry} was removed.`)
    console.log(COPIES)
  })
}

async function listTexts(deps: Deps, entry: number): Promise<void> {
  const found = await findRedactable(deps.db.read, entry)
  if (!found) throw new Refused([`there is no entry ${entry}`])
  const texts = textsOf(found.entry.kind, found.content)
  if (texts.length === 0) console.log(`Entry ${entry} holds nothing that may be removed.`)
  for (const { path, text } of texts) console.log(`${path}\t${text.replace(/\s+/g, ' ')}`)
}

function notRedacted(done: Exclude<Redacted, { outcome: 'redacted' }>, entry: number): string[] {
  switch (done.outcome) {
    case 'no such entry':
      return [`there is no entry ${entry}`]
    case 'is a redaction':
      return [`entry ${entry} redacts entry ${done.of}: redact that one further`]
    case 'nothing to remove':
      return [`entry ${entry} holds nothing that may be removed`]
    case 'refused':
      return done.paths.length === 0
        ? [`the wording stands in no field of entry ${entry} that may be redacted`]
        : done.paths.map(
            (path) =>
              `${path} is no field of entry ${entry} that may be removed: see followthrough redact ${entry}`,
          )
  }
}

export const ledgerCommands: Command[] = [checkpoint, showKey, rotate, redact]
