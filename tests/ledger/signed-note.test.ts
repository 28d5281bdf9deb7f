import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCheckpoint, signCheckpoint } from '../../src/ledger/checkpoint'
import { EMPTY_ROOT } from '../../src/ledger/merkle'
import {
  isKeyName,
  newSigningKey,
  readNote,
  readPublicKey,
  readSigningKey,
  signedBy,
  signNote,
} from '../../src/ledger/signed-note'

// Published with the reference implementation of signed notes, golang.org/x/mod/sumdb/note.
const SIGNER = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const SIGNED = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const signer = readSigningKey(SIGNER)
const verifier = readPublicKey(VERIFIER)
const other = newSigningKey('register.example/ledger')

test('the published key and note come out as published', () => {
  if (!signer || !verifier) throw new Error('the published keys are not read')
  expect(signer.text).toBe(SIGNER)
  expect(signer.public.text).toBe(VERIFIER)
  expect(signNote(TEXT, [signer])).toBe(SIGNED)
  const note = readNote(SIGNED)
  expect(note && signedBy(note, verifier)).toBe('signed')
  expect(note?.text).toBe(TEXT)
})

test('a fresh key is read back from its texts, public and secret', () => {
  expect(readPublicKey(other.public.text)?.id).toBe(other.public.id)
  expect(readSigningKey(other.text)?.public.text).toBe(other.public.text)
  expect(newSigningKey('register.example/ledger').text).not.toBe(other.text)
})

const NO_KEYS: [what: string, text: string][] = [
  ['nothing', ''],
  ['a secret key as a public one', SIGNER],
  ['another id', VERIFIER.replace('c74f20a3', 'c74f20a4')],
  ['another name', VERIFIER.replace('PeterNeumann', 'PeterNewman')],
  ['another kind of key', VERIFIER.replace('+AR', '+Ah')],
  ['too short a key', VERIFIER.slice(0, -4)],
  ['a space in the name', VERIFIER.replace('PeterNeumann', 'Peter Neumann')],
  ['a line end', `${VERIFIER}\n`],
]
test.each(NO_KEYS)('no public key: %s', (_, text) => expect(readPublicKey(text)).toBeUndefined())

test('no secret key: a public one, and one that names another', () => {
  expect(readSigningKey(VERIFIER)).toBeUndefined()
  expect(readSigningKey(SIGNER.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
})

test('a name has no space and no plus sign', () => {
  expect(['a', 'register.example/ledger', 'localhost:3000/ledger', 'دفتر'].every(isKeyName)).toBe(true)
  expect(['', 'a b', 'a+b', 'a\n', 'a\u00a0b', 'x'.repeat(201)].some(isKeyName)).toBe(false)
})

test('who signed a note, who did not, and what was forged', () => {
  if (!signer || !verifier) throw new Error('the published keys are not read')
  const both = readNote(signNote(TEXT, [other, signer]))
  const changed = readNote(SIGNED.replace('answer', 'anwser'))
  if (!both || !changed) throw new Error('the notes are not read')
  expect([other.public, verifier].map((key) => signedBy(both, key))).toEqual(['signed', 'signed'])
  expect(signedBy(both, newSigningKey('register.example/ledger').public)).toBe('unsigned')
  expect(signedBy(changed, verifier)).toBe('forged')
})

const NO_NOTES: [what: string, text: string][] = [
  ['nothing', ''],
  ['a text without signatures', TEXT],
  ['no empty line before the signatures', SIGNED.replace('\n\n', '\n')],
  ['no line end', SIGNED.trimEnd()],
  ['an empty line at the end', `${SIGNED}\n`],
  ['another line among the signatures', `${SIGNED}PeterNeumann\n`],
  ['a hyphen in place of the dash', SIGNED.replace('—', '-')],
  ['a carriage return', SIGNED.replaceAll('\n', '\r\n')],
  ['a signature of no length', `${TEXT}\n— PeterNeumann x08gow==\n`],
]
test.each(NO_NOTES)('no signed note: %s', (_, text) => expect(readNote(text)).toBeUndefined())

test('a text may hold empty lines', () => {
  expect(readNote(signNote('one\n\ntwo\n', [other]))?.text).toBe('one\n\ntwo\n')
})

test('a checkpoint has the origin, the size and the root, and is read back', () => {
  const text = signCheckpoint(0, EMPTY_ROOT, [other])
  expect(text.split('\n').slice(0, 4)).toEqual([
    'register.example/ledger',
    '0',
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    '',
  ])
  const read = readCheckpoint(text)
  expect(read?.checkpoint).toEqual({ origin: 'register.example/ledger', size: 0, root: EMPTY_ROOT })
  expect(read && signedBy(read.note, other.public)).toBe('signed')
})

test('the same state signed by the same key is the same text', () => {
  expect(signCheckpoint(7, EMPTY_ROOT, [other])).toBe(signCheckpoint(7, EMPTY_ROOT, [other]))
})

test('extension lines are passed over, and anything else is no checkpoint', () => {
  const root = EMPTY_ROOT.toString('base64')
  const read = (body: string) => readCheckpoint(signNote(body, [other]))?.checkpoint.size
  expect(read(`o\n12\n${root}\n`)).toBe(12)
  expect(read(`o\n12\n${root}\nmore\nand more\n`)).toBe(12)
  for (const body of [
    `o\n012\n${root}\n`,
    `o\n-1\n${root}\n`,
    `o\n1e3\n${root}\n`,
    `\n1\n${root}\n`,
    'o\n1\nAAAA\n',
  ])
    expect([body, read(body)]).toEqual([body, undefined])
})

test('whatever is read, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const read of [readPublicKey, readSigningKey, readNote, readCheckpoint])
        expect(read(text)).toBeUndefined()
      readNote(`${text}\n\n— a AAAAAAAA\n`)
    }),
  )
})
