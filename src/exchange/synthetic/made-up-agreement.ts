import { addDays, type Day } from '../../lib/dates'
import { type Chance, chanceFrom, seedOf } from './chance'
import { madeUpReports, source } from './made-up-reports'
import { PAIRS, REASONS_LATE, SUBJECTS } from './words'

export interface SyntheticSize {
  agreements: number
  measures: number
  reports: number
  randomSeed: number
}

interface Concluded {
  slug: string
  parties: readonly string[]
  concludedOn: Day
  recordedAt: string
}

/** One invented agreement with all that happened to it, in the dataset's words. */
export function madeUpAgreement(number: number, { measures, reports, randomSeed }: SyntheticSize): object {
  const chance = chanceFrom(seedOf(randomSeed, number))
  const slug = `synthetic-${String(number).padStart(4, '0')}`
  const parties = chance.oneOf(PAIRS)
  const concludedOn = addDays('2014-01-01', chance.between(0, 3_600))
  const recordedAt = `${concludedOn}T20:00:00.000Z`
  const concluded = { slug, parties, concludedOn, recordedAt }
  return {
    slug,
    title: `Made-up agreement ${number} of ${concludedOn.slice(0, 4)}`,
    kind: chance.oneOf(['treaty', 'memorandum', 'joint_statement', 'commission_minutes']),
    concluded_on: concludedOn,
    place: 'Bridge House',
    summary: 'Invented by the program to try things out. Nothing in it happened.',
    language: 'en',
    parties,
    sources: [source(chance, concludedOn, 'announcement')],
    recorded_at: recordedAt,
    aims: [aim(chance, concluded)],
    measures: Array.from({ length: measures }, (_, index) => measure(chance, concluded, index + 1, reports)),
  }
}

const aim = (chance: Chance, { concludedOn, recordedAt }: Concluded) => ({
  code: 'A1',
  title: 'Two neighbours that need not guess',
  recorded_at: recordedAt,
  assessments: Array.from({ length: 2 }, (_, index) => {
    const day = addDays(concludedOn, 200 * (index + 1))
    const verdict = chance.oneOf(['advancing', 'unchanged', 'receding', 'disputed'])
    return {
      as_of: day,
      verdict,
      recorded_at: `${day}T21:00:00.000Z`,
      evidence: [source(chance, day, 'comment')],
    }
  }),
})

function measure(chance: Chance, concluded: Concluded, number: number, reports: number) {
  const { concludedOn, recordedAt, parties } = concluded
  const [theme, what, title] = chance.oneOf(SUBJECTS)
  const obligation = chance.oneOf(['one_off', 'continuing', 'periodic', 'quantity'])
  const owedBy = chance.happens(0.6) ? parties : [chance.oneOf([...asList(parties)])]
  return {
    code: String(number),
    title: title.replace('{n}', String(number)),
    text: `The sides shall see to ${what} before the next session.`,
    language: 'en',
    obligation,
    owed_by: owedBy,
    theme,
    criterion: `A visitor can see ${what}.`,
    verification: chance.oneOf(['none', 'own_report', 'joint', 'third_party']),
    text_public: chance.happens(0.7),
    weight: chance.oneOf([1, 1, 2, 0.5]),
    ...(obligation === 'quantity' ? { target: { quantity: chance.between(10, 900), unit: 'km' } } : {}),
    ...(obligation === 'periodic' ? { every_months: chance.oneOf([3, 6, 12]) } : {}),
    recorded_at: recordedAt,
    deadlines: deadlines(chance, concluded),
    observations: obligation === 'quantity' ? observations(chance, concluded) : [],
    reports: madeUpReports(chance, { what, owedBy, concludedOn }, reports),
  }
}

const asList = (parties: readonly string[]): [string, ...string[]] => [parties[0] ?? '', ...parties.slice(1)]

/** A day that is set at the conclusion, and more often than not moved. */
function deadlines(chance: Chance, { concludedOn, recordedAt, parties }: Concluded): object[] {
  if (chance.happens(0.2)) return []
  let due = addDays(concludedOn, chance.between(180, 900))
  const first = {
    due_on: due,
    decided_on: concludedOn,
    recorded_at: recordedAt,
    decided_by: 'The text itself',
  }
  const moves = Array.from({ length: chance.between(0, 2) }, (_, index) => {
    const decided = addDays(concludedOn, 150 * (index + 1))
    due = addDays(due, chance.between(60, 400))
    return {
      due_on: chance.happens(0.1) ? null : due,
      decided_on: decided,
      recorded_at: `${decided}T22:00:00.000Z`,
      decided_by: parties.join(' and '),
      reason: chance.oneOf(REASONS_LATE),
    }
  })
  return [first, ...moves]
}

const observations = (chance: Chance, { concludedOn }: Concluded): object[] =>
  Array.from({ length: 2 }, (_, index) => {
    const day = addDays(concludedOn, 240 * (index + 1))
    return {
      observed_on: day,
      quantity: chance.between(1, 4_000) / 4,
      unit: 'km',
      recorded_at: `${day}T21:30:00.000Z`,
      evidence: [source(chance, day, 'record')],
    }
  })
