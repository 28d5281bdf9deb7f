import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { LONGEST_PASSWORD } from './password-rules'

const derive = promisify(argon2)
/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

const phc = ({ memory, passes, parallelism }: typeof COST, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`

// Nobody's password: without an account the same work is done, so that the answer takes as long.
const NOBODYS = phc(COST, randomBytes(16), randomBytes(32))

// The same letters can be typed as different code points on different keyboards.
const typed = (password: string): string => password.toWellFormed().normalize('NFKC')

/** The text to store for a password, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return phc(
    COST,
    salt,
    await derive('argon2id', { message: typed(password), nonce: salt, tagLength: 32, ...COST }),
  )
}

/** Whether the password is the one stored; takes as long where nothing is stored. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false
  const parts = STORED.exec(stored ?? NOBODYS)
  if (!parts) throw new Error('a stored password has an unknown form')
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts
  const expected = Buffer.from(tag, 'base64')
  const found = await derive('argon2id', {
    message: typed(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(found, expected) && stored !== null
}
