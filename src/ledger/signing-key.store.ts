import type { Db, Tx } from '../db/database'
import { signCheckpoint } from './checkpoint'
import type { Actor } from './entry'
import type { Ledger } from './ledger.store'
import { type PublicKey, readPublicKey, type SigningKey } from './signed-note'
import { rootAt, treeSize } from './tree.store'

/** A key of the ledger. */
export interface LedgerKey {
  key: PublicKey
  /** The entry that made it the ledger's; 0 for the first, which no entry names. */
  since: number
  /** The checkpoint at that entry, signed by this key and the one before; null where that was not at hand. */
  handover: string | null
}

/** The ledger's keys in their order, the one that signs now last; none before the first start. */
export async function ledgerKeys(db: Db): Promise<LedgerKey[]> {
  const rows = await db.selectFrom('signing_key').selectAll().orderBy('since').execute()
  return rows.map(({ since, public_key: text, handover }) => {
    const key = readPublicKey(text)
    if (!key) throw new Error(`the key since entry ${since} is none`)
    return { key, since, handover }
  })
}

export const addFirstKey = (tx: Tx, key: PublicKey): Promise<void> => addKey(tx, key, 0, null)

async function addKey(tx: Tx, key: PublicKey, since: number, handover: string | null): Promise<void> {
  await tx.insertInto('signing_key').values({ since, public_key: key.text, handover }).execute()
}

/**
 * Makes the first of some keys the ledger's, by an entry. The checkpoint at that entry is signed by it and by the old key
 * where that is among them, and kept. Gives the entry's number, and whether both signed.
 */
export async function changeKey(
  ledger: Ledger,
  actor: Actor,
  old: PublicKey,
  keys: readonly [SigningKey, ...SigningKey[]],
): Promise<{ entry: number; handedOver: boolean }> {
  const [fresh] = keys
  const entry = ledger.append({
    kind: 'key_changed',
    agreement: null,
    measure: null,
    subject: { type: 'key', id: fresh.public.id },
    actor,
    content: { old: old.text, new: fresh.public.text },
  })
  await ledger.flush()
  const before = keys.find((key) => key.public.text === old.text)
  const root = await rootAt(ledger.tx, entry)
  const handover = before ? signCheckpoint(entry, root, [fresh, before]) : null
  await addKey(ledger.tx, fresh.public, entry, handover)
  return { entry, handedOver: before !== undefined }
}

/**
 * The signed checkpoint over the first entries, or over all. Of a change of key it is the one that both signed. Undefined
 * where the ledger's key is not among those given.
 */
export async function checkpointAt(
  db: Db,
  signers: readonly SigningKey[],
  size?: number,
): Promise<string | undefined> {
  const at = size ?? (await treeSize(db))
  const keys = await ledgerKeys(db)
  const handover = keys.find(({ since }) => since === at)?.handover
  if (handover) return handover
  const signer = signers.find((one) => one.public.text === keys.at(-1)?.key.text)
  return signer && signCheckpoint(at, await rootAt(db, at), [signer])
}
