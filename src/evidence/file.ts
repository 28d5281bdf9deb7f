import { createHash } from 'node:crypto'

/** What may be kept as evidence, by what its bytes are; never by its name or by what its sender calls it. */
export const FILE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'text/plain',
] as const
export type FileType = (typeof FILE_TYPES)[number]

export const MEBIBYTE = 1024 * 1024
export const MOST_FILE_BYTES = 20 * MEBIBYTE

/** A file as it is kept: the SHA-256 of its bytes in hex, what they are, and how many. */
export interface KeptFile {
  sha256: string
  type: FileType
  size: number
}

/** A file as a piece of evidence names it. */
export interface EvidenceFile extends KeptFile {
  name: string
}

/** The SHA-256 of some bytes, in hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const SHA256 = /^[0-9a-f]{64}$/

// The first is given to a name that ends in none of them, so that no file is opened as what it is not.
const ENDINGS: Record<FileType, [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'text/plain': ['txt', 'md', 'csv', 'log'],
}

const LONGEST_NAME = 150
// What cannot be seen, or turns round how the rest of a name is read.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
const BETWEEN_LETTERS = /\p{L}\u200c\p{L}/u

/**
 * A name under which a file of a type can be saved anywhere: no folder, nothing unseen, no more than 150 characters, and an
 * ending that says what the file is.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(UNSEEN, kept)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const [, stem = plain, ending = ''] = /^(.+)\.([^.]+)$/s.exec(plain) ?? []
  const [first, ...others] = ENDINGS[type]
  const fits = [first, ...others].includes(ending.toLowerCase())
  const short = [...(fits ? stem : plain)].slice(0, LONGEST_NAME).join('').trimEnd()
  return `${short || 'file'}.${fits ? ending : first}`
}

// Persian spelling needs the one joiner between two letters.
const kept = (sign: string, at: number, all: string): string =>
  BETWEEN_LETTERS.test(all.slice(Math.max(0, at - 2), at + 3)) && sign === '\u200c' ? sign : ''
