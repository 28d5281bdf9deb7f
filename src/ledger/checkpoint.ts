import type { Hash } from './merkle'
import { readNote, type SignedNote, signNote, type SigningKey } from './signed-note'

/** The state of a ledger: how many entries it has, and the root of its tree over them. */
export interface Checkpoint {
  /** Which ledger this is. */
  origin: string
  size: number
  root: Hash
}

/** A checkpoint as a signed note (C2SP tlog-checkpoint). The first key is the ledger's own; its name is the origin. */
export function signCheckpoint(
  size: number,
  root: Hash,
  keys: readonly [SigningKey, ...SigningKey[]],
): string {
  return signNote(`${keys[0].public.name}\n${size}\n${root.toString('base64')}\n`, keys)
}

const BODY = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/

/** Undefined for what is no signed checkpoint; whether the signatures hold is another question. */
export function readCheckpoint(text: string): { checkpoint: Checkpoint; note: SignedNote } | undefined {
  const note = readNote(text)
  const [, origin, size, root = ''] = BODY.exec(note?.text ?? '') ?? []
  if (!note || origin === undefined) return undefined
  return { checkpoint: { origin, size: Number(size), root: Buffer.from(root, 'base64') }, note }
}
