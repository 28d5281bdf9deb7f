import { addDays, daysBetween, type Day } from '../../src/lib/dates'
import { ticksOf, type DeadlineStep } from './strip-geometry'

/** A day on which measures were due, and how many are due on it still. */
export interface DueDay {
  day: Day
  current: number
  /** Those whose deadline was moved or lifted since. */
  earlier: number
}

/** Deadlines that were moved from one day to another. */
export interface DueMove {
  from: Day
  to: Day
  count: number
}

/** The due days and moves of several measures together, in the order of time. */
export function dueMarksOf(measures: readonly (readonly DeadlineStep[])[]) {
  const days = new Map<Day, DueDay>()
  const moves = new Map<string, DueMove>()
  for (const steps of measures) {
    const marks = ticksOf(steps)
    for (const { day, current } of marks.ticks) {
      const due = days.get(day) ?? { day, current: 0, earlier: 0 }
      due[current ? 'current' : 'earlier'] += 1
      days.set(day, due)
    }
    for (const { from, to } of marks.moves) {
      const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 }
      move.count += 1
      moves.set(`${from} ${to}`, move)
    }
  }
  return {
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    moves: [...moves.values()].sort((a, b) =>
      a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1,
    ),
  }
}

/** More arrows than this cannot be told apart. */
const MOST_ARROWS = 12
const MOST_LANES = 4

const lengthOf = ({ from, to }: DueMove): number => Math.abs(daysBetween(from, to))

/** The arrows to draw, each in a lane where it crosses no other; the longest moves where all are too many. */
export function arrowsOf(moves: readonly DueMove[]): {
  arrows: (DueMove & { lane: number })[]
  left: number
} {
  const longest = [...moves].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_ARROWS)
  const ends: Day[] = []
  const arrows: (DueMove & { lane: number })[] = []
  for (const move of longest.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    const free = ends.findIndex((end) => end < startOf(move))
    const lane = free < 0 ? ends.length : free
    if (lane >= MOST_LANES) continue
    ends[lane] = move.from > move.to ? move.from : move.to
    arrows.push({ ...move, lane })
  }
  return { arrows, left: moves.length - arrows.length }
}

const startOf = ({ from, to }: DueMove): Day => (from < to ? from : to)

/** The share of its past that an agreement's picture gives to the days to come, at most. */
const AHEAD = 0.35

/** Where the line of time ends: at the last due day, unless that would press the past together. */
export function endOf(from: Day, to: Day, days: readonly DueDay[]): Day {
  const last = days.at(-1)?.day ?? to
  const furthest = addDays(to, Math.ceil(AHEAD * Math.max(90, daysBetween(from, to))))
  return last <= to ? to : last < furthest ? last : furthest
}
