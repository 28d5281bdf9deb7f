import type { Day } from '../lib/dates'
import type { Verification } from './measure'

export const IMPLEMENTABILITY_POINTS = [
  'body',
  'deadline',
  'criterion',
  'verification',
  'resources',
  'reporting',
  'dispute',
  'public_text',
] as const
export type ImplementabilityPoint = (typeof IMPLEMENTABILITY_POINTS)[number]

/** What the text of a measure gave those who were to carry it out; null is unknown. */
export interface ImplementabilityFacts {
  owedBy: readonly string[]
  /** By party slug, the office that is to act. */
  bodies: Readonly<Record<string, string>> | null
  criterion: string | null
  verification: Verification | null
  resources: string | null
  reportingFrequency: string | null
  disputeProcedure: string | null
  textPublic: boolean | null
  /** The days on which its standing deadlines with a day were decided. */
  deadlinesDecidedOn: readonly Day[]
  concludedOn: Day
}

export interface Implementability {
  /** 0 to 8. */
  score: number
  met: ImplementabilityPoint[]
}

const isGiven = (text: string | null | undefined): boolean => (text ?? '').trim() !== ''

const TESTS: Record<ImplementabilityPoint, (facts: ImplementabilityFacts) => boolean> = {
  body: ({ owedBy, bodies }) => {
    const named = new Map(Object.entries(bodies ?? {}))
    return owedBy.length > 0 && owedBy.every((party) => isGiven(named.get(party)))
  },
  deadline: ({ deadlinesDecidedOn, concludedOn }) => deadlinesDecidedOn.some((day) => day <= concludedOn),
  criterion: ({ criterion }) => isGiven(criterion),
  verification: ({ verification }) => verification !== null && verification !== 'none',
  resources: ({ resources }) => isGiven(resources),
  reporting: ({ reportingFrequency }) => isGiven(reportingFrequency),
  dispute: ({ disputeProcedure }) => isGiven(disputeProcedure),
  public_text: ({ textPublic }) => textPublic === true,
}

/** Which of the eight points of product.md the text met at its conclusion, in their order. */
export function implementabilityOf(facts: ImplementabilityFacts): Implementability {
  const met = IMPLEMENTABILITY_POINTS.filter((point) => TESTS[point](facts))
  return { score: met.length, met }
}
