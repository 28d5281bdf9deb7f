import type { Observation } from '../../src/observations/observation'

let made = 0

/** An observation that says no more than its day, unless told otherwise. */
export const observed = (observedOn: string, over: Partial<Observation> = {}): Observation => ({
  id: `o-${(made += 1)}`,
  entry: made,
  recordedAt: '2026-01-01T00:00:00.000Z',
  enteredAt: '2026-01-01T00:00:00.000Z',
  actor: { id: 'a1', capacity: 'editor', party: null },
  withdrawn: null,
  observedOn,
  observedOnPrecision: 'day',
  quantity: null,
  total: null,
  percentStated: null,
  unit: null,
  note: null,
  evidence: [],
  ...over,
})

export const withdrawn = {
  at: '2026-02-01T00:00:00.000Z',
  reason: null,
  entry: 9,
  actor: { id: 'a1', capacity: 'editor', party: null },
} as const
