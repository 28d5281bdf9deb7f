import { addDays, daysBetween, type Day } from '../../lib/dates'
import type { Chance } from './chance'
import { CLAIMED, FOUND, OBSERVERS, PUBLISHERS, REASONS_WITHDRAWN } from './words'

/** The last day that anything made up describes; fixed, so that the same seed makes the same record on any day. */
const LAST_DAY = '2026-06-30'

export interface Subject {
  what: string
  owedBy: readonly string[]
  concludedOn: Day
}

type Stage = 0 | 1 | 2 | 3
const stageOf = (progress: number): Stage =>
  ([0, 1, 2, 3] as const)[Math.max(0, Math.min(3, Math.floor(progress)))] ?? 3

interface MadeUp extends Record<string, unknown> {
  id: string
  recorded_at: string
}

/** The reports on one measure: both sides claim, observers look, and now and then somebody errs. */
export function madeUpReports(chance: Chance, subject: Subject, number: number): MadeUp[] {
  const reports: MadeUp[] = []
  const span = daysBetween(subject.concludedOn, LAST_DAY)
  const pace = chance.next() * 4
  const regress = chance.happens(0.08)
  let corrected: MadeUp | undefined
  for (let i = 0; i < number; i++) {
    const day = addDays(subject.concludedOn, Math.floor((span * (i + chance.next())) / number))
    const share = (i + 1) / number
    const truth = regress && share > 0.7 ? 1 : pace * share
    const fresh = corrected ? correction(chance, corrected) : report(chance, subject, day, truth)
    if (regress && share > 0.7 && !corrected && fresh['stage'] !== null)
      Object.assign(fresh, { condition: chance.oneOf(['lapsed', 'reversed', 'stalled']) })
    reports.push(fresh)
    const mistaken = !corrected && chance.happens(0.06)
    corrected = mistaken && chance.happens(0.6) && i + 1 < number ? fresh : undefined
    if (mistaken && !corrected) Object.assign(fresh, { withdrawn: withdrawal(chance, fresh) })
  }
  return reports
}

const after = (instant: string, days: number): string =>
  addDays(instant.slice(0, 10), days) + instant.slice(10)

const clock = (chance: Chance): string =>
  `T${String(chance.between(7, 18)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}:00.000Z`

const withdrawal = (chance: Chance, { recorded_at }: MadeUp) => ({
  at: after(recorded_at, chance.between(1, 20)),
  reason: chance.oneOf(REASONS_WITHDRAWN),
})

/** The same report with another summary, recorded some days later. */
const correction = (chance: Chance, wrong: MadeUp): MadeUp => ({
  ...wrong,
  id: chance.uuid(),
  corrects: wrong.id,
  recorded_at: after(wrong.recorded_at, chance.between(1, 20)),
  summary: `Corrected: ${String(wrong['summary'])}`,
})

function report(chance: Chance, subject: Subject, day: Day, truth: number): MadeUp {
  const recorded_at = addDays(day, chance.between(0, 9)) + clock(chance)
  const id = chance.uuid()
  return chance.happens(0.3)
    ? { id, recorded_at, ...finding(chance, subject, day, stageOf(truth + chance.next() - 0.5)) }
    : { id, recorded_at, ...claim(chance, subject, day, stageOf(truth + chance.next() * 1.5)) }
}

function claim(chance: Chance, { what, owedBy }: Subject, as_of: Day, stage: Stage) {
  const own = chance.happens(0.4)
  return {
    kind: 'claim',
    party: owedBy[chance.between(0, owedBy.length - 1)],
    stage,
    ...(chance.happens(0.1) ? { condition: 'stalled' } : {}),
    as_of,
    channel: own ? 'own' : 'public_source',
    summary: filled(CLAIMED[stage], what),
    ...(own ? {} : { evidence: [source(chance, as_of, 'announcement')] }),
  }
}

function finding(chance: Chance, { what }: Subject, as_of: Day, stage: Stage) {
  const by = { organisation: chance.oneOf(OBSERVERS) }
  const said = { kind: 'finding', as_of, channel: 'public_source', by }
  if (chance.happens(0.15))
    return {
      ...said,
      stage: null,
      reason: chance.oneOf(['not_looked', 'looked_nothing_found', 'access_refused', 'asked_no_answer']),
      summary: filled('Nobody could say how far {what} has come.', what),
      evidence: [source(chance, as_of, 'comment')],
    }
  const kind = stage >= 2 ? chance.oneOf(['act', 'record']) : 'comment'
  return { ...said, stage, summary: filled(FOUND[stage], what), evidence: [source(chance, as_of, kind)] }
}

/** Something that a report rests on. */
export function source(chance: Chance, published_on: Day, kind: string) {
  const publisher = chance.oneOf(PUBLISHERS)
  return {
    kind,
    title: `${publisher}, page ${chance.between(1, 24)}`,
    url: `https://example.org/${published_on}/${chance.between(1_000, 9_999)}`,
    publisher,
    published_on,
    language: 'en',
  }
}

export const filled = (template: string, what: string): string => template.replace('{what}', what)
