import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../lib/dates'
import { fold } from '../lib/text'

// RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds.
const STEP_MS = 30_000
const RULES = { algorithm: 'SHA1', digits: 6, period: STEP_MS / 1_000 } as const
/** A code of the step before or after is taken too, since clocks differ. */
const WINDOW = 1

/** A new secret, in the letters of Base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (secret: string): TOTP => new TOTP({ ...RULES, secret: Secret.fromBase32(secret) })

/** What was typed, without spaces and hyphens and in plain digits: people copy codes in groups. */
export const typedCode = (text: string): string => fold(text.slice(0, 100)).replace(/[\s\p{Pd}]/gu, '')

/** The time step whose code this is; undefined for a code that is none of now. */
export function stepOf(secret: string, code: string, now: Instant): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const timestamp = Date.parse(now)
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / STEP_MS) + delta
}

/** What an authenticator app reads from a picture; `issuer` is the site's name. */
export const otpAddress = (secret: string, issuer: string, email: string): string =>
  new TOTP({ ...RULES, issuer, label: email, secret: Secret.fromBase32(secret) }).toString()
