import { IntlMessageFormat } from 'intl-messageformat'
import { keptInside } from '../lib/text'
import { english } from './en'

/** The name of a sentence or word that a person can see. */
export type MessageKey = keyof typeof english
export const LOCALES = ['en'] as const
export type Locale = (typeof LOCALES)[number]
export type Values = Record<string, string | number>

const catalogues: Record<Locale, Record<MessageKey, string>> = { en: english }
const compiled = new Map<string, IntlMessageFormat>()

/** The compiled message; compiled once, since parsing costs a hundred times what formatting does. */
export function messageFormat(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale}:${key}`
  const known = compiled.get(id)
  if (known) return known
  const fresh = new IntlMessageFormat(catalogues[locale][key], locale)
  compiled.set(id, fresh)
  return fresh
}

/** A value turns the direction of nothing but itself, whatever signs for that are in it. */
const settledIn = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? keptInside(value) : value,
    ]),
  )

/** The sentence in one language, with its values filled in. */
export function message(locale: Locale, key: MessageKey, values?: Values): string {
  const text = catalogues[locale][key]
  if (!values && !/[{<']/.test(text)) return text
  return String(messageFormat(locale, key).format(values && settledIn(values)))
}
