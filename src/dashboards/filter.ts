import type { Standing } from '../standing/standing.types'
import { type Label, LABELS } from '../standing/standing.types'
import type { Placed } from './placed.queries'

export const FLAGS = [
  'overdue',
  'due_soon',
  'stale',
  'disputed',
  'stalled',
  'verified',
  'claimed_only',
  'awaiting_verification',
] as const
export type Flag = (typeof FLAGS)[number]

/** What a list is narrowed to; null where the address does not say. */
export interface Filter {
  party: string | null
  label: Label | null
  flag: Flag | null
  theme: string | null
  /** Four digits: the year in which the agreement was concluded. */
  year: string | null
}

/** The flags that stand beside a measure's label. */
export function flagsOf(standing: Standing): Flag[] {
  const flags: Record<Flag, boolean> = {
    overdue: standing.time === 'overdue',
    due_soon: standing.time === 'due_soon',
    stale: standing.freshness === 'stale',
    disputed: standing.disputed,
    stalled: standing.condition === 'stalled',
    verified: standing.basis === 'verified',
    claimed_only: standing.finding === null && standing.claims.length > 0,
    awaiting_verification: standing.awaitingVerification,
  }
  return FLAGS.filter((flag) => flags[flag])
}

/** Reads a list's filters; the name of the one that is malformed otherwise. */
export function readFilter(
  query: (name: string) => string | undefined,
): { filter: Filter } | { problem: keyof Filter } {
  const text = (name: keyof Filter): string | null => query(name)?.trim() || null
  const [party, labelText, flagText, theme, year] = [
    text('party'),
    text('label'),
    text('flag'),
    text('theme'),
    text('year'),
  ]
  const label = LABELS.find((known) => known === labelText) ?? null
  const flag = FLAGS.find((known) => known === flagText) ?? null
  if (party !== null && !/^[a-z0-9-]{1,80}$/.test(party)) return { problem: 'party' }
  if (labelText !== null && label === null) return { problem: 'label' }
  if (flagText !== null && flag === null) return { problem: 'flag' }
  if (year !== null && !/^\d{4}$/.test(year)) return { problem: 'year' }
  return { filter: { party, label, flag, theme, year } }
}

/** Whether a measure is in a list narrowed like this; a party is one that its agreement names. */
export function matches({ agreement, measure, standing }: Placed, filter: Filter): boolean {
  const { party, label, flag, theme, year } = filter
  return (
    (party === null || agreement.parties.includes(party)) &&
    (year === null || agreement.concludedOn.startsWith(year)) &&
    (label === null || standing.label === label) &&
    (theme === null || measure.theme === theme) &&
    (flag === null || flagsOf(standing).includes(flag))
  )
}

/** Whether a filter asks about measures, so that an agreement without one that matches drops out. */
export const asksOfMeasures = ({ label, flag, theme }: Filter): boolean =>
  label !== null || flag !== null || theme !== null
