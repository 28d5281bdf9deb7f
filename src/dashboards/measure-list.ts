import { fold } from '../lib/text'
import type { Score } from '../standing/standing.types'
import type { Day } from '../lib/dates'
import { type Filter, matches } from './filter'
import { type Placed, scoreOfPlaced } from './placed.queries'

/** What the list of one agreement's measures is narrowed to. */
export interface Narrowing extends Filter {
  /** Words that a measure's code, title, text, theme or criterion holds; empty for any. */
  q: string
}

/** The measures that fit. A party is one that owes it, for the agreement's parties are the same for all. */
export function narrowed(placed: readonly Placed[], { q, party, ...filter }: Narrowing): Placed[] {
  const words = fold(q).split(' ').filter(Boolean)
  return placed.filter(
    (each) =>
      matches(each, { ...filter, party: null }) &&
      (party === null || each.measure.owedBy.includes(party)) &&
      holds(each, words),
  )
}

function holds({ measure }: Placed, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { code, title, text, theme, criterion } = measure
  const told = fold([code, title, text, theme, criterion].filter(Boolean).join(' '))
  return words.every((word) => told.includes(word))
}

/** The measures of one theme; null for those without one, and for all where a list is not grouped. */
export interface ThemeGroup {
  theme: string | null
  measures: Placed[]
}

/** Up to here a list is taken in without headings. */
const FEW = 12

/** The measures by theme, themes in the order of their first measure and those without one last; one group where headings would not help. */
export function groupsOf(placed: readonly Placed[]): ThemeGroup[] {
  const byTheme = Map.groupBy(placed, ({ measure }) => measure.theme)
  const groups = [...byTheme].map(([theme, measures]) => ({ theme, measures }))
  const helps = placed.length > FEW && groups.length > 1 && groups.length * 3 <= placed.length
  if (!helps) return placed.length === 0 ? [] : [{ theme: null, measures: [...placed] }]
  return groups.sort((a, b) => Number(a.theme === null) - Number(b.theme === null))
}

/** As many measures as one page of a list shows. */
export const PAGE = 50

/** One theme as far as it is on a page. */
export interface Shown extends ThemeGroup {
  /** Whether it began on an earlier page. */
  continued: boolean
  /** All of it. */
  total: number
  counts: Score['counts']
}

/** One page of grouped measures, and on which page each theme begins. */
export function pageOfGroups(groups: readonly ThemeGroup[], page: number, asOf: Day) {
  const [from, to] = [(page - 1) * PAGE, page * PAGE]
  const shown: Shown[] = []
  const themes: { theme: string | null; total: number; page: number }[] = []
  let before = 0
  for (const { theme, measures } of groups) {
    const its = measures.slice(Math.max(0, from - before), Math.max(0, to - before))
    const total = measures.length
    themes.push({ theme, total, page: Math.floor(before / PAGE) + 1 })
    if (its.length > 0)
      shown.push({
        ...{ theme, total, measures: its, continued: before < from },
        counts: scoreOfPlaced(measures, asOf).counts,
      })
    before += total
  }
  return { shown, themes, pages: Math.max(1, Math.ceil(before / PAGE)), fitting: before }
}
