import { type Label, type Score, type Standing } from '../standing/standing.types'
import { type Flag, flagsOf } from './filter'
import type { Placed } from './placed.queries'

/** The flags whose coming and going is told; the others follow from reports and days that are. */
export const COMPARED_FLAGS = [
  'overdue',
  'disputed',
  'stale',
  'stalled',
  'verified',
] as const satisfies Flag[]
export type ComparedFlag = (typeof COMPARED_FLAGS)[number]

/** One measure on two days; null where it was not there: not agreed or not known yet, or withdrawn. */
export interface Pair {
  agreement: Placed['agreement']
  measure: Placed['measure']
  before: Standing | null
  after: Standing | null
}

/** What differs of a measure between two days. */
export interface Difference extends Pair {
  came: 'in' | 'out' | null
  gained: ComparedFlag[]
  lost: ComparedFlag[]
  /** How many stages further; negative for back, null where either day has none. */
  stages: number | null
  /** Whether the current due day is another one; a first deadline is set, not moved. */
  due: 'set' | 'moved' | 'lifted' | null
  /** Measures that repeat it since, `agreement-slug/measure-code`. */
  repledgedIn: string[]
}

const compared = (standing: Standing | null): ComparedFlag[] => {
  const flags = standing === null ? [] : flagsOf(standing)
  return COMPARED_FLAGS.filter((flag) => flags.includes(flag))
}

/** The measures of both days, one by one; a measure counts from the day its agreement was concluded. */
export function pairsOf(
  before: readonly Placed[],
  after: readonly Placed[],
  days: { from: string; to: string },
): Pair[] {
  const standing = (placed: readonly Placed[], day: string) =>
    placed.filter(({ agreement }) => agreement.concludedOn <= day)
  const [earlier, later] = [standing(before, days.from), standing(after, days.to)]
  const known = new Map(earlier.map((each) => [each.measure.id, each.standing]))
  const there = new Set(later.map(({ measure }) => measure.id))
  return [
    ...later.map((each) => ({
      agreement: each.agreement,
      measure: each.measure,
      before: known.get(each.measure.id) ?? null,
      after: each.standing,
    })),
    ...earlier
      .filter(({ measure }) => !there.has(measure.id))
      .map(({ agreement, measure, standing: stood }) => ({ agreement, measure, before: stood, after: null })),
  ]
}

function dueChange({ before, after }: Pair): Difference['due'] {
  if (before === null || after === null || before.dueOn === after.dueOn) return null
  if (after.dueOn === null) return 'lifted'
  return before.dueOn === null ? 'set' : 'moved'
}

/** What differs of one measure; `repledged` has the measures that repeat it on the later day alone. */
export function differenceOf(pair: Pair, repledgedIn: readonly string[] = []): Difference {
  const { before, after } = pair
  const [had, has] = [compared(before), compared(after)]
  const both = before !== null && after !== null
  return {
    ...pair,
    came: both ? null : before === null ? 'in' : 'out',
    gained: both ? has.filter((flag) => !had.includes(flag)) : [],
    lost: both ? had.filter((flag) => !has.includes(flag)) : [],
    stages: both && before.stage !== null && after.stage !== null ? after.stage - before.stage : null,
    due: dueChange(pair),
    repledgedIn: [...repledgedIn],
  }
}

/** Whether a measure stands elsewhere, which a new label says also where the stage is the same. */
export const isMoved = ({ before, after }: Pair): boolean =>
  before !== null && after !== null && before.label !== after.label

/** Whether there is anything to tell of a measure. */
export const differs = (difference: Difference): boolean =>
  difference.came !== null ||
  isMoved(difference) ||
  (difference.stages ?? 0) !== 0 ||
  difference.gained.length > 0 ||
  difference.lost.length > 0 ||
  difference.due !== null ||
  difference.repledgedIn.length > 0

/** How many measures went from one label to another; null for not being there. */
export interface Flow {
  from: Label | null
  to: Label | null
  count: number
}

export function flowsOf(pairs: readonly Pair[]): Flow[] {
  const flows = new Map<string, Flow>()
  for (const { before, after } of pairs) {
    const [from, to] = [before?.label ?? null, after?.label ?? null]
    const key = `${from} ${to}`
    const flow = flows.get(key) ?? { from, to, count: 0 }
    flow.count += 1
    flows.set(key, flow)
  }
  return [...flows.values()]
}

/** What the sentences at the top count. */
export interface Tally {
  measures: number
  cameIn: number
  cameOut: number
  moved: number
  further: number
  back: number
  gained: Record<ComparedFlag, number>
  lost: Record<ComparedFlag, number>
  due: { set: number; moved: number; lifted: number }
  repledged: number
}

export function tallyOf(differences: readonly Difference[]): Tally {
  const count = (is: (one: Difference) => boolean): number => differences.filter(is).length
  const flags = (of: (one: Difference) => ComparedFlag[]) =>
    Object.fromEntries(
      COMPARED_FLAGS.map((flag) => [flag, count((one) => of(one).includes(flag))]),
    ) as Record<ComparedFlag, number>
  const due = (kind: Difference['due']): number => count((one) => one.due === kind)
  return {
    measures: differences.length,
    cameIn: count(({ came }) => came === 'in'),
    cameOut: count(({ came }) => came === 'out'),
    moved: count(isMoved),
    further: count(({ stages }) => (stages ?? 0) > 0),
    back: count(({ stages }) => (stages ?? 0) < 0),
    gained: flags(({ gained }) => gained),
    lost: flags(({ lost }) => lost),
    due: { set: due('set'), moved: due('moved'), lifted: due('lifted') },
    repledged: count(({ repledgedIn }) => repledgedIn.length > 0),
  }
}

/** The scores of the two days. */
export interface ScorePair {
  before: Score
  after: Score
}
