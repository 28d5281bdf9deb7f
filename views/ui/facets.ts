import type { Evidence } from '../../src/evidence/evidence'
import { dayWords } from './day'
import { EVIDENCE_KIND_WORDS } from './record-kinds'
import type { Words } from './words'

/** One thing that a wording says, as text that can be compared; null where it leaves it open. */
export interface Facet {
  name: string
  text: string | null
  /** The language of the text, where it is the author's own. */
  language?: string | null
}

/** Each source on a line of its own. */
export function sourcesText(t: Words, sources: readonly Evidence[]): string | null {
  if (sources.length === 0) return null
  return sources
    .map(({ kind, title, url, publisher, publishedOn, publishedOnPrecision }) =>
      [
        t(EVIDENCE_KIND_WORDS[kind]),
        title,
        publisher,
        publishedOn && dayWords(t, publishedOn, publishedOnPrecision),
        url,
      ]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n')
}

/** What differs between two wordings, in the order in which they say it. */
export function differing(before: readonly Facet[], after: readonly Facet[]) {
  const names = [...new Set([...after, ...before].map(({ name }) => name))]
  return names.flatMap((name) => {
    const [old, fresh] = [before, after].map((facets) => facets.find((facet) => facet.name === name) ?? null)
    return (old?.text ?? null) === (fresh?.text ?? null)
      ? []
      : [{ name, before: old ?? { name, text: null }, after: fresh ?? { name, text: null } }]
  })
}
export type Difference = ReturnType<typeof differing>[number]
