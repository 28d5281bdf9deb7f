import type { Words } from './words'

const YEAR = 365.2425
const MONTH = YEAR / 12
/** Up to here days are easier to grasp than months. */
const IN_DAYS = 60
export const isInDays = (days: number): boolean => days < IN_DAYS

/** "45 days", "7 months", "3 years 2 months": whole units, rounded down, so that nothing is made longer than it is. */
export function durationWords(t: Words, days: number): string {
  if (isInDays(days)) return t('ui.days', { days })
  const months = Math.floor(days / MONTH)
  const years = Math.floor(months / 12)
  const rest = months % 12
  if (years === 0) return t('ui.months', { months })
  return rest === 0 ? t('ui.years', { years }) : t('ui.years_months', { years, months: rest })
}

/** Whole percents, as pages print them; words where there is no figure. */
export const percentWords = (t: Words, value: number | null): string =>
  value === null ? t('ui.percent_unknown') : t('ui.percent', { value: Math.round(value) })

const numbers = new Map<string, Intl.NumberFormat>()
export function numberWords(t: Words, value: number): string {
  const format = numbers.get(t.locale) ?? new Intl.NumberFormat(t.locale, { maximumFractionDigits: 3 })
  numbers.set(t.locale, format)
  return format.format(value)
}

const lists = new Map<string, Intl.ListFormat>()
/** "Pakistan and Iran". */
export function listWords(t: Words, words: readonly string[]): string {
  const format = lists.get(t.locale) ?? new Intl.ListFormat(t.locale, { type: 'conjunction' })
  lists.set(t.locale, format)
  return format.format(words)
}
