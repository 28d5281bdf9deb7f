import { createContext, useContext } from 'hono/jsx'
import type { Child } from 'hono/jsx'
import { keptInside } from '../../src/lib/text'
import {
  message,
  messageFormat,
  type Locale,
  type MessageKey,
  type Values,
} from '../../src/messages/messages'

/** The language a page is shown in; the layout provides it. */
export const LocaleContext = createContext<Locale>('en')

type RichValues = Record<string, string | number | Child | ((chunks: Child[]) => Child)>

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LTR = /[A-Za-z\u00c0-\u024f]/

/** A value that runs the other way is set apart, or it would drag the day or comma after it to its own side. */
export function isolated<V>(locale: Locale, value: V): V | string {
  // What is one of a vocabulary chooses a sentence and is not shown itself.
  if (typeof value !== 'string' || /^[a-z0-9_]*$/.test(value)) return value
  const runsAgainst = directionOf(locale) === 'rtl' ? LTR : RTL
  const inside = keptInside(value)
  return runsAgainst.test(value) ? `\u2068${inside}\u2069` : inside
}

const isolatedIn = <V,>(locale: Locale, values: Record<string, V>): Record<string, V | string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(locale, value)]))

/** `t(key, values)` is the sentence as text; `t.rich` fills tags such as `<a>…</a>` with elements; `t.locale` is the language. */
export function wordsIn(locale: Locale) {
  const t = (key: MessageKey, values?: Values): string =>
    message(locale, key, values && isolatedIn(locale, values))
  t.rich = (key: MessageKey, values: RichValues): Child =>
    messageFormat(locale, key).format<Child>(isolatedIn(locale, values))
  t.locale = locale
  return t
}

export type Words = ReturnType<typeof wordsIn>

/** The words of the page around; outside one (in a page's own function) take `wordsIn(frame.locale)`. */
export const useT = (): Words => wordsIn(useContext(LocaleContext))

const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'ur']
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
