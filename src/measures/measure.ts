import type { Recorded } from '../ledger/entry'

export const OBLIGATIONS = ['one_off', 'continuing', 'periodic', 'quantity'] as const
export type Obligation = (typeof OBLIGATIONS)[number]

export const VERIFICATIONS = ['none', 'own_report', 'joint', 'third_party'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** Days after which a measure of each obligation wants to be heard of again, unless it says otherwise. */
export const DEFAULT_REVIEW_DAYS: Record<Obligation, number> = {
  continuing: 90,
  periodic: 180,
  quantity: 180,
  one_off: 365,
}

/** What a `quantity` measure is to reach. */
export interface Target {
  quantity: number | null
  unit: string | null
  baseline: number | null
}

/** What a measure says; what a revision may change. */
export interface MeasureWording {
  title: string
  text: string | null
  language: string | null
  obligation: Obligation
  /** Slugs of the parties that owe it. */
  owedBy: string[]
  theme: string | null
  criterion: string | null
  verification: Verification | null
  /** The body named for each party, by slug. */
  bodies: Record<string, string>
  resources: string | null
  reportingFrequency: string | null
  disputeProcedure: string | null
  textPublic: boolean | null
  /** Days; null for the default of the obligation. */
  reviewIntervalDays: number | null
  weight: number
  everyMonths: number | null
  target: Target | null
  /** Earlier measures that this one promises again, each `agreement-slug/measure-code`. */
  repeats: string[]
}

export interface Measure extends MeasureWording, Recorded {
  agreement: string
  code: string
}
