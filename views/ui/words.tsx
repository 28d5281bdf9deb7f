import { createContext, useContext } from 'hono/jsx'
import type { Child } from 'hono/jsx'
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

/** `t(key, values)` is the sentence as text; `t.rich` fills tags such as `<a>…</a>` with elements; `t.locale` is the language. */
export function wordsIn(locale: Locale) {
  const t = (key: MessageKey, values?: Values): string => message(locale, key, values)
  t.rich = (key: MessageKey, values: RichValues): Child => messageFormat(locale, key).format<Child>(values)
  t.locale = locale
  return t
}

export type Words = ReturnType<typeof wordsIn>

/** The words of the page around; outside one (in a page's own function) take `wordsIn(frame.locale)`. */
export const useT = (): Words => wordsIn(useContext(LocaleContext))

const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'ur']
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
