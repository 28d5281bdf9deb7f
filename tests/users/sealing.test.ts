import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { makeSecretFile, putFirst } from '../../src/ledger/secret-file'
import { newSigningKey } from '../../src/ledger/signed-note'
import { sealingBy } from '../../src/users/sealing'
import { scratchFolder } from '../support/scratch'

const newFile = () => {
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'secret')
  makeSecretFile(file, newSigningKey('register.example'))
  return file
}

test('what is sealed is opened again, shows nothing of itself, and never looks the same', () => {
  const { seal, open } = sealingBy(newFile())
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: 'grapheme' }), (text) => {
      const sealed = seal(text, 'vera')
      expect(open(sealed, 'vera')).toBe(text)
      expect(Buffer.from(sealed, 'base64').includes(text)).toBe(false)
      expect(seal(text, 'vera')).not.toBe(sealed)
    }),
    { numRuns: 30 },
  )
})

test('nobody else’s is opened, nor what was changed in any place, nor what is no seal', () => {
  const { seal, open } = sealingBy(newFile())
  const sealed = seal('ORSXG5A', 'vera')
  expect(open(sealed, 'victor')).toBeUndefined()
  const bytes = Buffer.from(sealed, 'base64')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(open(changed.toString('base64'), 'vera')).toBeUndefined()
  }
  for (const other of ['', 'ORSXG5A', sealed.slice(0, 30)]) expect(open(other, 'vera')).toBeUndefined()
})

test('a change of the signing key opens what the old one sealed, for as long as that stands in the file', () => {
  const file = newFile()
  const old = readFileSync(file, 'utf8')
  const sealing = sealingBy(file)
  const sealed = sealing.seal('ORSXG5A', 'vera')
  putFirst(file, newSigningKey('register.example'))
  expect(sealing.open(sealed, 'vera')).toBe('ORSXG5A')
  const renewed = sealing.seal('ORSXG5A', 'vera')
  writeFileSync(file, old)
  expect(sealing.open(renewed, 'vera')).toBeUndefined()
  rmSync(file)
  expect(sealing.open(sealed, 'vera')).toBeUndefined()
  expect(() => sealing.seal('ORSXG5A', 'vera')).toThrow('no key')
})
