import type { Standing } from './standing.types'

/** How far the deadlines of measures were moved. */
export interface Slippage<M> {
  /** Those that ever had a deadline with a day. */
  dated: number
  /** Moved and with a day before and after, longest first. */
  moved: (M & { days: number; times: number })[]
  /** Moved, but now or at first without a day, so that nothing can be counted. */
  dayless: M[]
  /** Days; null where nothing was moved. Negative when brought forward. */
  median: number | null
  /** Moves over all of them. */
  times: number
}

type Dated = Pick<Standing, 'dueOn' | 'originalDueOn' | 'timesMoved' | 'slippageDays'>

/** The middle of sorted figures, or halfway between the two in the middle; null without any. */
function middleOf(sorted: readonly number[]): number | null {
  const half = sorted.length >> 1
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

export function slippageOf<M extends { standing: Dated }>(measures: readonly M[]): Slippage<M> {
  const having = measures.filter(({ standing }) => standing.timesMoved > 0)
  const moved = having
    .flatMap((each) => {
      const { slippageDays: days, timesMoved: times } = each.standing
      return days === null ? [] : [{ ...each, days, times }]
    })
    .sort((a, b) => b.days - a.days)
  return {
    dated: measures.filter(({ standing }) => standing.dueOn !== null || standing.originalDueOn !== null)
      .length,
    moved,
    dayless: having.filter(({ standing }) => standing.slippageDays === null),
    median: middleOf(moved.map(({ days }) => days)),
    times: having.reduce((sum, { standing }) => sum + standing.timesMoved, 0),
  }
}
