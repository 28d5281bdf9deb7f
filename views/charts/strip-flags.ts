import type { Day } from '../../src/lib/dates'
import { overdueFromOf } from '../../src/standing/standing'
import type { BareRun } from '../../src/standing/standing.types'

/** The flags that a strip marks; a stale stretch is hatched instead. */
export const MARKED = ['overdue', 'disputed', 'stalled', 'verified'] as const
export type MarkedFlag = (typeof MARKED)[number]

/** A stretch of days over which a flag is up. */
export interface Raised {
  flag: MarkedFlag
  from: Day
  /** The first day without it; null while it is still up on the day shown. */
  to: Day | null
}

interface Asked {
  runs: readonly BareRun[]
  /** The day shown. */
  to: Day
}

/** From when on a flag is up in a run; null where it is not. */
function raisedIn(run: BareRun, flag: MarkedFlag): Day | null {
  if (flag === 'overdue') {
    const overdueFrom = overdueFromOf(run)
    return overdueFrom === null ? null : overdueFrom > run.fromOn ? overdueFrom : run.fromOn
  }
  const up = {
    disputed: run.disputed,
    stalled: run.condition === 'stalled' && run.stage !== null,
    verified: run.basis === 'verified',
  }
  return up[flag] ? run.fromOn : null
}

function stretchesOf(flag: MarkedFlag, { runs, to }: Asked): Raised[] {
  const raised: Raised[] = []
  runs.forEach((run, index) => {
    const next = runs[index + 1]?.fromOn ?? null
    const from = raisedIn(run, flag)
    if (from === null || from > to || (next !== null && from >= next)) return
    const end = next === null || next > to ? null : next
    const last = raised.at(-1)
    if (last?.to === from) last.to = end
    else raised.push({ flag, from, to: end })
  })
  return raised
}

/** Every stretch over which a flag is up by the day shown, in the order of time. */
export const raisedOf = (asked: Asked): Raised[] =>
  MARKED.flatMap((flag) => stretchesOf(flag, asked)).sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )

/** A flag's mark where it was raised, and how many marks stand before it at nearly the same place. */
export interface FlagMark extends Raised {
  at: number
  before: number
}

/** Percent of the width within which marks would cover each other, and within which the same flag is marked once. */
const CLOSE = 3.5
const AGAIN = 7

export function flagMarksOf(raised: readonly Raised[], place: (day: Day) => number): FlagMark[] {
  const marks: FlagMark[] = []
  for (const one of raised) {
    const at = place(one.from)
    const near = (other: FlagMark, within: number) => Math.abs(other.at - at) < within
    if (marks.some((mark) => mark.flag === one.flag && near(mark, AGAIN))) continue
    const close = marks.findLast((mark) => near(mark, CLOSE))
    marks.push(close ? { ...one, at: close.at, before: close.before + 1 } : { ...one, at, before: 0 })
  }
  return marks
}
