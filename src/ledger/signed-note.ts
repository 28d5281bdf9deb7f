import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

// Signed notes and their keys as C2SP signed-note has them, with Ed25519: https://c2sp.org/signed-note

/** A key as it is made known: `name+id+base64(0x01 ‖ public key)`. */
export interface PublicKey {
  name: string
  /** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), its first four bytes in hex. */
  id: string
  text: string
  key: KeyObject
}

/** A key that signs, as it is kept: `PRIVATE+KEY+name+id+base64(0x01 ‖ seed)`. */
export interface SigningKey {
  public: PublicKey
  text: string
  key: KeyObject
}

interface Signature {
  name: string
  id: string
  signature: Buffer
}

export interface SignedNote {
  /** With its last line end. */
  text: string
  signatures: Signature[]
}

const ED25519 = 1
// What stands before the 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410).
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')
const NAME = /^[^\s+]{1,200}$/u
const KEY = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u
const SECRET = 'PRIVATE+KEY+'

/** Whether a key may have this name: no space and no plus sign. */
export const isKeyName = (name: string): boolean => NAME.test(name)

const typed = (bytes: Buffer): string => Buffer.concat([Buffer.of(ED25519), bytes]).toString('base64')

function publicKey(name: string, key: KeyObject): PublicKey {
  const bytes = key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length)
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(bytes).digest()
  const id = hash.toString('hex', 0, 4)
  return { name, id, text: `${name}+${id}+${typed(bytes)}`, key }
}

function signingKey(name: string, key: KeyObject): SigningKey {
  const seed = key.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_DER.length)
  const known = publicKey(name, createPublicKey(key))
  return { public: known, text: `${SECRET}${name}+${known.id}+${typed(seed)}`, key }
}

export const newSigningKey = (name: string): SigningKey =>
  signingKey(name, generateKeyPairSync('ed25519').privateKey)

/** The 32 bytes of a key's text, where it is the text of an Ed25519 key. */
function bytesIn(text: string): { name: string; id: string; bytes: Buffer } | undefined {
  const [, name = '', id = '', encoded = ''] = KEY.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ED25519 || bytes.toString('base64') !== encoded) return undefined
  return { name, id, bytes: bytes.subarray(1) }
}

/** Undefined for what is no key, or names another than it holds. */
export function readPublicKey(text: string): PublicKey | undefined {
  const read = bytesIn(text)
  if (!read) return undefined
  const der = Buffer.concat([PUBLIC_DER, read.bytes])
  const key = publicKey(read.name, createPublicKey({ key: der, format: 'der', type: 'spki' }))
  return key.id === read.id ? key : undefined
}

/** Undefined for what is no key, or names another than it holds. */
export function readSigningKey(text: string): SigningKey | undefined {
  const read = text.startsWith(SECRET) ? bytesIn(text.slice(SECRET.length)) : undefined
  if (!read) return undefined
  const der = Buffer.concat([PRIVATE_DER, read.bytes])
  const key = signingKey(read.name, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return key.public.id === read.id ? key : undefined
}

/** A text, which ends with a line end, signed by each key in turn. */
export const signNote = (text: string, keys: readonly SigningKey[]): string =>
  `${text}\n${keys.map((key) => signatureLine(text, key)).join('')}`

function signatureLine(text: string, { public: { name, id }, key }: SigningKey): string {
  const bytes = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), key)])
  return `— ${name} ${bytes.toString('base64')}\n`
}

const LONGEST = 1_000_000
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u
// eslint-disable-next-line no-control-regex -- a note has no control character but the line end
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/

/** Undefined for what is no signed note. */
export function readNote(note: string): SignedNote | undefined {
  const gap = note.lastIndexOf('\n\n')
  if (gap < 0 || note.length > LONGEST || !note.endsWith('\n') || CONTROL.test(note)) return undefined
  const lines = note.slice(gap + 2, -1).split('\n')
  const signatures = lines.flatMap((line) => signatureIn(line) ?? [])
  return signatures.length === lines.length ? { text: note.slice(0, gap + 1), signatures } : undefined
}

function signatureIn(line: string): Signature | undefined {
  const [, name, encoded] = LINE.exec(line) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  if (name === undefined || bytes.length < 5) return undefined
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) }
}

/** Whether a key signed a note: `unsigned` where it has no line of that key, `forged` where one does not verify. */
export function signedBy({ text, signatures }: SignedNote, key: PublicKey): 'signed' | 'unsigned' | 'forged' {
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id)
  if (own.length === 0) return 'unsigned'
  const valid = own.every(({ signature }) => verify(null, Buffer.from(text), key.key, signature))
  return valid ? 'signed' : 'forged'
}
