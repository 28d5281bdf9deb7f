import { hashSecret } from './secret'
import { normalEmail } from './user'

/** Attempts counted under one key: `free` of them cost nothing, each further one doubles the wait, up to `longest` seconds. */
export interface Counter {
  key: string
  free: number
  longest: number
  /** Seconds in which one failure is forgotten; without it, an hour of quiet forgets all of them. */
  drain?: number
  /** Whether a right attempt forgets those before it; else it only does not count itself. */
  forgiving: boolean
}

const FIRST_WAIT = 5
/** After an hour without an attempt nothing is remembered. */
export const MEMORY_MS = 3_600_000

const ofAddress = (address: string): Counter => ({
  // A whole office may share it, so it waits a minute at most.
  key: `address ${address}`,
  free: 30,
  longest: 60,
  forgiving: false,
})

const ofDevice = (device: string): Counter => ({
  key: `device ${hashSecret(device)}`,
  free: 10,
  longest: 900,
  forgiving: true,
})

interface Attempt {
  email: string
  address: string
  /** What a browser holds that was in this account before; null for any other. */
  device: string | null
}

/**
 * What a sign-in is counted under. A browser that was in the account before counts alone, so that nobody can keep its
 * owner out from elsewhere, however many addresses they have. Any other counts by its address, by account and address
 * together, and by the account, which slows a guesser with many addresses down to thirty an hour.
 */
export function countersFor({ email, address, device }: Attempt): Counter[] {
  if (device !== null) return [ofDevice(device)]
  const account = normalEmail(email)
  return [
    ofAddress(address),
    // Hashed, for what is typed as an e-mail address may be a password.
    { key: `pair ${hashSecret(`${account} ${address}`)}`, free: 5, longest: 900, forgiving: true },
    { key: `account ${hashSecret(account)}`, free: 20, longest: 300, drain: 120, forgiving: false },
  ]
}

/** For a code after a right password: six digits are guessed sooner than a password. */
export const countersForCode = (userId: string, { address, device }: Omit<Attempt, 'email'>): Counter[] =>
  device !== null
    ? [ofDevice(device)]
    : [ofAddress(address), { key: `second ${userId}`, free: 5, longest: 900, drain: 900, forgiving: true }]

/** For the password asked again of somebody signed in: whoever stole a session cannot guess with it. */
export const countersForSession = (session: string): Counter[] => [
  { key: `session ${session}`, free: 5, longest: 900, forgiving: true },
]

/** For links asked for by mail; each counts, since none is right or wrong. */
export const countersForReset = (address: string): Counter[] => [
  { key: `reset ${address}`, free: 10, longest: 60, forgiving: false },
]

/** Seconds to wait after so many failures. */
export const waitAfter = (failures: number, { free, longest }: Counter): number =>
  failures < free ? 0 : Math.min(longest, FIRST_WAIT * 2 ** (failures - free))

/** How many of the failures count at an instant; `until` is when the wait after the last one ended, both in ms. */
export function stillCounted(failures: number, until: number, now: number, counter: Counter): number {
  if (counter.drain === undefined) return until > now - MEMORY_MS ? failures : 0
  const last = until - waitAfter(failures, counter) * 1_000
  return Math.max(0, failures - Math.floor(Math.max(0, now - last) / (counter.drain * 1_000)))
}
