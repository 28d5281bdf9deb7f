import type { By } from '../../src/status-reports/status-report'
import { directionOf, useT, type Words } from './words'

/** Text of the record in its own language and direction, its line breaks kept. */
export function Told({
  text,
  language,
  class: className,
}: {
  text: string
  language?: string | null
  class?: string
}) {
  const t = useT()
  const foreign = language && language !== t.locale
  return (
    <p
      class={className ? `told ${className}` : 'told'}
      lang={foreign ? language : undefined}
      dir={foreign ? directionOf(language) : 'auto'}
    >
      {text}
    </p>
  )
}

/** "Amina Khan, Foreign Office"; null where neither is named. */
export function byWords(t: Words, by: By | null): string | null {
  const { name, organisation } = by ?? {}
  if (name && organisation) return t('ui.by_name_of', { name, organisation })
  return name ?? organisation ?? null
}

const languages = new Map<string, Intl.DisplayNames>()

/** The language's name in the page's language; the tag itself where it is no tag. */
export function languageWords(t: Words, tag: string): string {
  const names = languages.get(t.locale) ?? new Intl.DisplayNames(t.locale, { type: 'language' })
  languages.set(t.locale, names)
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
