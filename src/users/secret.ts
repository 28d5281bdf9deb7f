import { createHash, randomBytes } from 'node:crypto'

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** What only its holder knows: 32 random bytes, in letters that an address, a header and a cookie can carry. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const isSecret = (text: string): boolean => SECRET.test(text)

/** What is stored of a secret. It is as random as the hash is long, so that nothing slower is needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
