import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Unusable } from '../db/database'
import { makeFolder } from '../db/dialect'
import { readSigningKey, type SigningKey } from './signed-note'

// One key a line: first the one that signs, then those that signed before it. A line that begins otherwise is no key.

const KEY_LINE = /^PRIVATE\+KEY\+/
const ABOUT = `# The key that signs this register's ledger, and below it those that did before. Whoever has it can sign in the
# register's name: keep it secret. It is in no backup: keep a copy of this file elsewhere.
`

/** The keys of the secret file, the one that signs first; undefined where there is no file. Throws `Unusable` for another one. */
export function readSecretFile(file: string): SigningKey[] | undefined {
  const text = textOf(file)
  if (text === undefined) return undefined
  const lines = text.split(/\r?\n/).filter((line) => KEY_LINE.test(line))
  const keys = lines.map((line) => readSigningKey(line.trim()))
  const good = keys.filter((key) => key !== undefined)
  if (keys.length === 0 || good.length < keys.length)
    throw new Unusable(`${file} holds no signing key of this program: put its copy back, or set SECRET_FILE`)
  return good
}

/** The keys that are at hand; none where the file is not there or cannot be used. */
export function signersIn(file: string): SigningKey[] {
  try {
    return readSecretFile(file) ?? []
  } catch (error) {
    if (error instanceof Unusable) return []
    throw error
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Unusable(`${file} cannot be read: give this user the right to, or set SECRET_FILE`, {
      cause: error,
    })
  }
}

/** Makes the secret file with a key, unless another process was faster; gives the keys that are in it. */
export function makeSecretFile(file: string, key: SigningKey): SigningKey[] {
  return writing(file, `${ABOUT}${key.text}\n`, (fresh) => {
    try {
      linkSync(fresh, file)
    } catch (error) {
      const known = readSecretFile(file)
      if (known) return known
      // Some file systems know no links.
      if (codeOf(error) !== 'EEXIST') renameSync(fresh, file)
    }
    return [key]
  })
}

/** Puts a key before those of the secret file; what else stands in it stays. */
export function putFirst(file: string, key: SigningKey): void {
  const lines = (textOf(file) ?? ABOUT).split(/(?<=\n)/)
  const at = lines.findIndex((line) => KEY_LINE.test(line))
  writing(file, lines.toSpliced(at < 0 ? lines.length : at, 0, `${key.text}\n`).join(''), (fresh) =>
    renameSync(fresh, file),
  )
}

/** Whether anybody but the file's owner may read it. */
export const isOpenToOthers = (file: string): boolean => (statSync(file).mode & 0o077) !== 0

/** Lets work put a whole new file, which only its owner can read, in the place of another. */
function writing<T>(file: string, text: string, place: (fresh: string) => T): T {
  const fresh = join(dirname(file), `.${basename(file)}.${randomUUID()}`)
  try {
    makeFolder(dirname(file))
    const descriptor = openSync(fresh, 'wx', 0o600)
    try {
      writeSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    return place(fresh)
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${file} cannot be written: give this user the right to, or set SECRET_FILE`, {
      cause: error,
    })
  } finally {
    rmSync(fresh, { force: true })
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
