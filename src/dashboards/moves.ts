import type { Day } from '../lib/dates'
import type { Standing } from '../standing/standing.types'
import type { Label } from '../standing/standing.types'

interface Stood {
  measure: { id: string; code: string; title: string }
  standing: Standing
}

const FLAGS = ['overdue', 'disputed', 'stale', 'verified'] as const
type Flag = (typeof FLAGS)[number]

const RAISED: Record<Flag, (standing: Standing) => boolean> = {
  overdue: ({ time }) => time === 'overdue',
  disputed: (standing) => standing.disputed,
  stale: ({ freshness }) => freshness === 'stale',
  verified: ({ basis }) => basis === 'verified',
}

/** What became of a measure from one day to another. */
export interface Move {
  measure: { id: string; code: string; title: string }
  /** Null where it is the same. */
  label: { from: Label; to: Label } | null
  due: { from: Day | null; to: Day | null } | null
  raised: Flag[]
  lowered: Flag[]
}

/** The measures that stand otherwise on the later day, in their own order; labels before flags alone. */
export function movesBetween(before: readonly Stood[], after: readonly Stood[]): Move[] {
  const then = new Map(before.map(({ measure, standing }) => [measure.id, standing]))
  const moves = after.flatMap(({ measure, standing }) => {
    const old = then.get(measure.id)
    return old ? moveOf(measure, old, standing) : []
  })
  return [...moves.filter(({ label }) => label !== null), ...moves.filter(({ label }) => label === null)]
}

function moveOf(measure: Stood['measure'], from: Standing, to: Standing): Move[] {
  const move: Move = {
    measure,
    label: from.label === to.label ? null : { from: from.label, to: to.label },
    due: from.dueOn === to.dueOn ? null : { from: from.dueOn, to: to.dueOn },
    raised: FLAGS.filter((flag) => RAISED[flag](to) && !RAISED[flag](from)),
    lowered: FLAGS.filter((flag) => RAISED[flag](from) && !RAISED[flag](to)),
  }
  const same = move.label === null && move.due === null && move.raised.length + move.lowered.length === 0
  return same ? [] : [move]
}
