import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { signersIn } from '../ledger/secret-file'

/**
 * Closes what the site must be able to read again, and whoever holds its database or a backup must not. `whose` is bound
 * to it, so that nobody else's can be put in its place.
 */
export interface Sealing {
  seal: (text: string, whose: string) => string
  /** Undefined where it is another's, was changed, or the key that sealed it is gone. */
  open: (sealed: string, whose: string) => string | undefined
}

// AES-256-GCM; the key by HKDF (RFC 5869) from each key of the secret file, of which the first is the newest.
const CIPHER = 'aes-256-gcm'
const PURPOSE = 'followthrough: keys of authenticator apps'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals with the newest key of the secret file, and opens with any of them. */
export function sealingBy(secretFile: string): Sealing {
  const keys = () =>
    signersIn(secretFile).map(({ text }) => Buffer.from(hkdfSync('sha256', text, '', PURPOSE, 32)))
  return {
    seal: (text, whose) => {
      const [key] = keys()
      if (!key) throw new Error('nothing can be sealed: the secret file holds no key')
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(whose))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64')
    },
    open: (sealed, whose) => {
      const bytes = Buffer.from(sealed, 'base64')
      for (const key of keys()) {
        const text = opened(bytes, key, whose)
        if (text !== undefined) return text
      }
      return undefined
    },
  }
}

function opened(bytes: Buffer, key: Buffer, whose: string): string | undefined {
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(whose)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const text = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]
    return Buffer.concat(text).toString('utf8')
  } catch {
    // Sealed by another key, for another, or changed since.
    return undefined
  }
}
