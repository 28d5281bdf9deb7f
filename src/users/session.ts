import type { Instant } from '../lib/dates'
import { later } from './later'

export const SESSION_SECONDS = 14 * 86_400

/** One place somebody is signed in at, as its owner sees it; `id` opens nothing. */
export interface Session {
  id: string
  createdAt: Instant
  lastUsedAt: Instant
  /** What the browser called itself. */
  agent: string | null
}

/** Where an attempt to get in comes from. */
export interface From {
  /** As `clientAddress` gives it. */
  address: string
  agent: string | null
  /** What an earlier sign-in left in this browser. */
  device: string | null
}

/** Uses are noted every five minutes, so that reading pages does not write as often. */
export const isSessionUseDue = (lastUsedAt: Instant, now: Instant): boolean =>
  lastUsedAt < later(now, -300_000)

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(SamsungBrowser)\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const named = (names: [RegExp, string][], agent: string): string | null =>
  names.find(([pattern]) => pattern.test(agent))?.[1] ?? null

/** What a person would call the device; null for each part that the browser does not tell. */
export const deviceOf = (agent: string | null): { browser: string | null; system: string | null } => ({
  browser: named(BROWSERS, agent ?? ''),
  system: named(SYSTEMS, agent ?? ''),
})
