import { LABELS } from '../../src/standing/standing.types'
import type { Choice } from './controls'
import { FLAG_WORDS, FLAGS, LABEL_WORDS } from './kinds'
import { nameOf, type Names } from './names'
import type { Words } from './words'

type Name = 'party' | 'label' | 'flag' | 'theme' | 'year'

/** What a list over several agreements can be narrowed to. */
interface Choices {
  names: Names
  themes: readonly string[]
  years: readonly string[]
}

const plain = (value: string): Choice => ({ value, label: value })

/** The filters of a list over several agreements, those of what the address may choose; empty for any. */
export function recordFilters<Chosen extends Partial<Record<Name, string>>>(
  t: Words,
  chosen: Chosen,
  { names, themes, years }: Choices,
) {
  const choices: Record<Name, Choice[]> = {
    party: Object.keys(names).map((slug) => ({ value: slug, label: nameOf(names, slug) })),
    label: LABELS.map((label) => ({ value: label, label: t(LABEL_WORDS[label]) })),
    flag: FLAGS.map((flag) => ({ value: flag, label: t(FLAG_WORDS[flag]) })),
    theme: themes.map(plain),
    year: years.map(plain),
  }
  return (['party', 'label', 'flag', 'theme', 'year'] as const).flatMap((name) => {
    const value = chosen[name]
    return value === undefined
      ? []
      : [{ name, label: t(`agreements.${name}`), value, choices: choices[name] }]
  })
}
