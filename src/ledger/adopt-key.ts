import type { Deps } from '../deps'
import type { Actor } from './entry'
import { inLedger } from './ledger.store'
import { makeSecretFile, putFirst, readSecretFile } from './secret-file'
import { newSigningKey, type SigningKey } from './signed-note'
import { addFirstKey, changeKey, ledgerKeys } from './signing-key.store'

interface Adopting {
  actor: Actor
  secretFile: string
  /** What a key is called where the ledger has none yet. */
  name: string
}

export type Adopted =
  | { outcome: 'known' | 'first'; key: SigningKey }
  | { outcome: 'changed'; key: SigningKey; entry: number; handedOver: boolean }

/** The name of a ledger's first key, which is the origin of its checkpoints. */
export const originOf = (publicUrl: string): string => `${new URL(publicUrl).host}/ledger`

/**
 * Makes the key of the secret file the ledger's, and the file where there is none. The first key is noted beside the
 * ledger; one that follows another enters it.
 */
export async function adoptKey(deps: Deps, { actor, secretFile, name }: Adopting): Promise<Adopted> {
  const known = (await ledgerKeys(deps.db.read)).at(-1)
  const [first] = readSecretFile(secretFile) ?? []
  if (first && first.public.text === known?.key.text) return { outcome: 'known', key: first }
  return inLedger(deps, async (ledger): Promise<Adopted> => {
    const current = (await ledgerKeys(ledger.tx)).at(-1)?.key
    const keys =
      readSecretFile(secretFile) ?? makeSecretFile(secretFile, newSigningKey(current?.name ?? name))
    const [key, ...before] = keys
    if (!key) throw new Error('a secret file holds a key')
    if (!current) {
      await addFirstKey(ledger.tx, key.public)
      return { outcome: 'first', key }
    }
    if (current.text === key.public.text) return { outcome: 'known', key }
    return { outcome: 'changed', key, ...(await changeKey(ledger, actor, current, [key, ...before])) }
  })
}

/**
 * Makes a new key, puts it before the old one in the secret file, and makes it the ledger's. The file is written first:
 * where that is all that was done, the next start does the rest.
 */
export async function rotateKey(
  deps: Deps,
  { actor, secretFile, name }: Omit<Adopting, 'name'> & { name?: string | undefined },
): Promise<Extract<Adopted, { outcome: 'changed' }> | { outcome: 'no key yet' }> {
  return inLedger(deps, async (ledger) => {
    const current = (await ledgerKeys(ledger.tx)).at(-1)?.key
    if (!current) return { outcome: 'no key yet' }
    const key = newSigningKey(name ?? current.name)
    const before = readSecretFile(secretFile) ?? []
    putFirst(secretFile, key)
    return { outcome: 'changed', key, ...(await changeKey(ledger, actor, current, [key, ...before])) }
  })
}
