import { hashSecret } from './secret'
import { normalEmail } from './user'

/** Attempts counted under one key: `free` of them cost nothing, each further one doubles the wait, up to `longest` seconds. */
export interface Counter {
  key: string
  free: number
  longest: number
}

export interface Counters {
  address: Counter
  /** The account and the address together. */
  pair: Counter
}

const FIRST_WAIT = 5
/** After an hour without an attempt nothing is remembered. */
export const MEMORY_MS = 3_600_000

/**
 * What a sign-in is counted under. Never the account alone, or anybody could keep its owner out from afar; and the
 * address alone waits a minute at most, since a whole office may share it.
 */
export const countersFor = (email: string, address: string): Counters => ({
  address: { key: `address ${address}`, free: 30, longest: 60 },
  // Hashed, for what is typed as an e-mail address may be a password.
  pair: { key: `pair ${hashSecret(`${normalEmail(email)} ${address}`)}`, free: 5, longest: 900 },
})

/** Seconds to wait after so many failures. */
export const waitAfter = (failures: number, { free, longest }: Counter): number =>
  failures < free ? 0 : Math.min(longest, FIRST_WAIT * 2 ** (failures - free))
