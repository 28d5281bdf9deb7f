import type { Instant } from '../lib/dates'

export const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()
