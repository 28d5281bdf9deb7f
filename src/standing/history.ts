import type { Day } from '../lib/dates'
import type { Turn } from './labels'
import { noCounts } from './score'
import type { Label } from './standing.types'

/** How many measures stood at each label from a day on, superseded ones included. */
export interface CountsOn {
  on: Day
  counts: Record<Label, number>
}

/** The labels of a measure that counts from one day on, and was not assessed before its first turn. */
export function countedFrom(day: Day, turns: readonly Turn[]): Turn[] {
  const before = turns.findLast(({ on }) => on <= day)
  return [{ on: day, label: before?.label ?? 'not_assessed' }, ...turns.filter(({ on }) => on > day)]
}

/** How many measures stand at each label from day to day: one row for the first day, and one for each day that changes a count. */
export function countsOverTime(measures: readonly (readonly Turn[])[], from: Day, to: Day): CountsOn[] {
  const changes = new Map<Day, Map<Label, number>>()
  const change = (on: Day, label: Label | null, by: number) => {
    if (label === null) return
    const day = changes.get(on) ?? new Map<Label, number>()
    day.set(label, (day.get(label) ?? 0) + by)
    changes.set(on, day)
  }
  for (const turns of measures)
    turns.forEach(({ on, label }, index) => {
      if (on > to) return
      const day = on < from ? from : on
      change(day, label, 1)
      change(day, turns[index - 1]?.label ?? null, -1)
    })
  return accumulated(changes, from)
}

function accumulated(changes: ReadonlyMap<Day, ReadonlyMap<Label, number>>, from: Day): CountsOn[] {
  let counts = noCounts()
  const history: CountsOn[] = []
  for (const on of [...new Set([from, ...changes.keys()])].sort()) {
    const turned = [...(changes.get(on) ?? [])].filter(([, by]) => by !== 0)
    if (turned.length === 0 && history.length > 0) continue
    counts = { ...counts }
    for (const [label, by] of turned) counts[label] += by
    history.push({ on, counts })
  }
  return history
}

/** The counts on a day. */
export const countsAt = (history: readonly CountsOn[], day: Day): CountsOn | undefined =>
  history.findLast(({ on }) => on <= day)
