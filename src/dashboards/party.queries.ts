import type { Agreement } from '../agreements/agreement'
import { reasonsOn } from '../attention/waiting'
import type { Link } from '../measures/lineage.queries'
import type { Day } from '../lib/dates'
import { isQuiet } from '../standing/quiet'
import type { Score } from '../standing/standing.types'
import { addressOf, type Placed, scoreOfPlaced } from './placed.queries'

/** An agreement as lists show it. */
export interface AgreementLine {
  agreement: Agreement
  score: Score
  /** How many of its measures need attention. */
  attention: number
  /** Whether it was concluded by the day shown. */
  concluded: boolean
}

/** Agreements with the scores of their measures; one without measures has its empty score. */
export function agreementLines(
  agreements: readonly Agreement[],
  placed: readonly Placed[],
  asOf: Day,
): AgreementLine[] {
  const bySlug = Map.groupBy(placed, ({ agreement }) => agreement.slug)
  return agreements.map((agreement) => {
    const measures = bySlug.get(agreement.slug) ?? []
    return {
      agreement,
      concluded: agreement.concludedOn <= asOf,
      score: scoreOfPlaced(measures, asOf),
      attention: measures.filter((each) => reasonsOn(each, asOf).length > 0).length,
    }
  })
}

/** Those of which something is known or which press, then the quiet ones; the order within each kept. */
export const quietLast = (placed: readonly Placed[]): Placed[] => [
  ...placed.filter(({ standing }) => !isQuiet(standing)),
  ...placed.filter(({ standing }) => isQuiet(standing)),
]

/** What became of a set of measures, counted. */
export function trackRecord(placed: readonly Placed[], links: readonly Link[]) {
  const promisedAgain = new Set(links.map(({ earlier }) => earlier))
  const having = (test: (each: Placed) => boolean): number => placed.filter(test).length
  return {
    owed: placed.length,
    dated: having(({ standing }) => standing.dueOn !== null || standing.originalDueOn !== null),
    metOnTime: having(({ standing }) => standing.time === 'met_on_time'),
    metLate: having(({ standing }) => standing.time === 'met_late'),
    overdue: having(({ standing }) => standing.time === 'overdue'),
    moved: placed.reduce((sum, { standing }) => sum + standing.timesMoved, 0),
    repledged: having((each) => promisedAgain.has(addressOf(each))),
  }
}

/** Whom a party has agreements with, most first. */
export function partnersOf(
  slug: string,
  agreements: readonly Agreement[],
  placed: readonly Placed[],
  asOf: Day,
) {
  const others = new Set(agreements.flatMap(({ parties }) => parties).filter((party) => party !== slug))
  return [...others]
    .map((other) => ({
      slug: other,
      agreements: agreements.filter(({ parties }) => parties.includes(other)).length,
      score: scoreOfPlaced(
        placed.filter(
          ({ agreement }) => agreement.parties.includes(slug) && agreement.parties.includes(other),
        ),
        asOf,
      ),
    }))
    .sort((a, b) => b.agreements - a.agreements || (a.slug < b.slug ? -1 : 1))
}

/** The chains of promises among some measures, each in the order of the measures; single promises are no chain. */
export function chainsIn(placed: readonly Placed[], links: readonly Link[]): Placed[][] {
  const tied = chainNamesOf(links)
  const linked = placed.filter((each) => tied.has(addressOf(each)))
  const chains = Map.groupBy(linked, (each) => tied.get(addressOf(each)))
  return [...chains.values()].filter((chain) => chain.length > 1)
}

/** Each linked address with a name that all tied to it share, whatever way the links run. */
function chainNamesOf(links: readonly Link[]): Map<string, string> {
  const near = new Map<string, string[]>()
  for (const { later, earlier } of links) {
    near.set(later, [...(near.get(later) ?? []), earlier])
    near.set(earlier, [...(near.get(earlier) ?? []), later])
  }
  const names = new Map<string, string>()
  for (const start of near.keys()) {
    const waiting = names.has(start) ? [] : [start]
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      if (names.has(each)) continue
      names.set(each, start)
      waiting.push(...(near.get(each) ?? []))
    }
  }
  return names
}
