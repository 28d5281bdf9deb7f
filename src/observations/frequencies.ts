import type { Note } from '../notes/note'
import type { Measure } from '../measures/measure'

/** How often something was to happen, in months, and where that is said. */
export interface Frequency {
  months: number
  /** The interval entered of the measure, its text, or a note on a conflict between sources. */
  where: { from: 'interval' } | { from: 'text' } | { from: 'note'; note: Note }
}

const NAMED: Record<string, number> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  'six-monthly': 6,
  'semi-annual': 6,
  'semi-annually': 6,
  'twice a year': 6,
  annual: 12,
  annually: 12,
  yearly: 12,
  'once a year': 12,
  'every year': 12,
  biennial: 24,
  biennially: 24,
}

// Longest first, and never a part of another word: "six-monthly" is not "monthly".
const WORDS = Object.keys(NAMED).sort((a, b) => b.length - a.length)
const SAID = new RegExp(`(?<![\\w-])(?:${WORDS.join('|')}|every (\\d{1,2}) months)(?![\\w-])`, 'gi')

/** The frequencies that an English text names, in months, in its order. */
export function frequenciesIn(text: string | null): number[] {
  const found = [...(text ?? '').matchAll(SAID)].map(([words, every]) =>
    every === undefined ? (NAMED[words.toLowerCase()] ?? 0) : Number(every),
  )
  return [...new Set(found.filter((months) => months > 0))]
}

type Said = Pick<Measure, 'everyMonths' | 'text'>

/** Every frequency published of a `periodic` measure, each with the place that says so; what agrees is said once a place. */
export function frequenciesOf({ everyMonths, text }: Said, notes: readonly Note[]): Frequency[] {
  const conflicts = notes.filter(({ kind, withdrawn }) => kind === 'conflict' && withdrawn === null)
  return [
    ...(everyMonths === null ? [] : [{ months: everyMonths, where: { from: 'interval' as const } }]),
    ...frequenciesIn(text).map((months) => ({ months, where: { from: 'text' as const } })),
    ...conflicts.flatMap((note) =>
      frequenciesIn(note.text).map((months) => ({ months, where: { from: 'note' as const, note } })),
    ),
  ]
}

/** Whether two places differ. */
export const differ = (frequencies: readonly Frequency[]): boolean =>
  new Set(frequencies.map(({ months }) => months)).size > 1
