import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
  symbolWye,
} from 'd3-shape'
import type { Day } from '../../src/lib/dates'
import type { Step, Track } from '../../src/standing/tracks'
import type { Stage } from '../../src/status-reports/status-report'

export const TOP = 34
const STAGE = 38
/** Lines of the same stage run beside each other, at most this far apart and not into the next stage. */
const apart = (count: number): number => Math.min(9, (0.7 * STAGE) / Math.max(1, count - 1))

/** How far down the middle of a stage lies. */
export const stageDown = (stage: Stage): number => TOP + STAGE * (3 - stage)
/** The row of those who looked and could not say. */
export const LOOKED_DOWN = stageDown(0) + STAGE
export const footOf = (looked: boolean): number => (looked ? LOOKED_DOWN : stageDown(0)) + 16

/** How far down a track runs at a stage, beside the others of so many. */
export const trackDown = (stage: Stage, index: number, count: number): number =>
  stageDown(stage) + apart(count) * (index - (count - 1) / 2)

const SHAPES: readonly SymbolType[] = [
  symbolCircle,
  symbolTriangle,
  symbolCross,
  symbolStar,
  symbolWye,
  symbolSquare,
]
// The number of dashes has no factor in common with that of the shapes, so that thirty parties differ.
const DASHES = ['none', '9 4', '2 4', '12 4 2 4', '5 3'] as const

/** What tells a track apart without colour; the diamond is the finding's everywhere. */
export function styleOf(party: string | null, index: number): { shape: string; dash: string } {
  if (party === null) return { shape: symbol(symbolDiamond, 110)() ?? '', dash: 'none' }
  return {
    shape: symbol(SHAPES[index % SHAPES.length] ?? symbolCircle, 100)() ?? '',
    dash: DASHES[index % DASHES.length] ?? 'none',
  }
}

/** A stretch of a track as it is drawn: level from one day to the next, then up or down. */
interface Stretch {
  from: Day
  to: Day
  down: number
  /** How far down the next stretch is; null for the last. */
  next: number | null
}

export function stretchesOf({ steps }: Track, index: number, count: number, from: Day, to: Day): Stretch[] {
  const joined = steps.filter((step, n) => step.stage !== steps[n - 1]?.stage)
  return joined.map((step, n) => {
    const after = joined[n + 1]
    return {
      from: step.from < from ? from : step.from,
      to: after?.from ?? to,
      down: trackDown(step.stage, index, count),
      next: after ? trackDown(after.stage, index, count) : null,
    }
  })
}

/** The steps at which a track's condition turns to one that has to be said. */
export const turnsOf = ({ steps }: Track): Step[] =>
  steps.filter((step, n) => step.condition !== 'active' && step.condition !== steps[n - 1]?.condition)

/** Of the turns of all tracks, those far enough from one another that their words can be read; `place` is in percent. */
export function worded<T extends { at: number; down: number }>(turns: readonly T[], apart = 18): Set<T> {
  const kept: T[] = []
  for (const turn of turns)
    if (kept.every(({ at, down }) => Math.abs(at - turn.at) >= apart || Math.abs(down - turn.down) >= 14))
      kept.push(turn)
  return new Set(kept)
}
