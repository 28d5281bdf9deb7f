import type { Day } from '../../src/lib/dates'
import type { Label } from '../../src/standing/standing.types'
import { Lineage, type LineageStep } from '../measures/lineage'
import { dayWords } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { useT } from '../ui/words'
import { percent, type Span, useRowPlace, YearLines, YearWords } from './time-rows'

const TALL = 34
const SIDE = 16

/** Marks nearer to each other than this, in percent of the width, would hide each other on one line. */
const NEAR = 5
const LANE = 9

interface Knot {
  day: Day
  label: Label
  /** How many of the same day come before it. */
  beside: number
  /** On the line, or above and below it by turns where they stand close. */
  lane: -1 | 0 | 1
}

/** The promises of a thread, those of one day side by side and those of near days above and below the line. */
export function knotsOf(steps: readonly LineageStep[], place: (day: Day) => number): Knot[] {
  const isNear = (one: LineageStep | undefined, other: LineageStep | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.concludedOn !== other.concludedOn &&
    Math.abs(place(one.concludedOn) - place(other.concludedOn)) < NEAR
  let turn: -1 | 1 = -1
  return steps.map((step, index) => {
    const { concludedOn, label } = step
    const before = steps.slice(0, index).filter((one) => one.concludedOn === concludedOn)
    const earlier = steps[index - 1 - before.length]
    const later = steps.find((one) => one.concludedOn > concludedOn)
    const crowded = isNear(earlier, step) || isNear(step, later)
    if (before.length === 0) turn = isNear(earlier, step) && turn === -1 ? 1 : -1
    return { day: concludedOn, label, beside: before.length, lane: crowded ? turn : 0 }
  })
}

function KnotMark({ knot, at, inward }: { knot: Knot; at: number; inward: -1 | 1 }) {
  return (
    <svg x={percent(at)} y={TALL / 2} class="spot">
      <svg x={knot.beside * (SIDE + 2) * inward} y={knot.lane * LANE} class="spot">
        <circle class="ground" r={SIDE / 2 + 1.5} />
        <svg class={`mark ${knot.label}`} x={-SIDE / 2} y={-SIDE / 2} width={SIDE} height={SIDE}>
          <use href={`#mark-${knot.label}`} />
        </svg>
      </svg>
    </svg>
  )
}

function Thread({ steps, span }: { steps: readonly LineageStep[]; span: Span }) {
  const t = useT()
  const { place } = useRowPlace(span)
  const knots = knotsOf(steps, place)
  const [first, last] = [knots[0], knots.at(-1)]
  if (!first || !last) return null
  const [from, to] = [place(first.day), place(last.day)]
  return (
    <svg role="img" width="100%" height={TALL}>
      <title>{t('pair.thread_title', { title: steps[0]?.title ?? '' })}</title>
      <desc>
        {knots
          .map(({ day, label }, index) =>
            t('pair.thread_knot', {
              day: dayWords(t, day, steps[index]?.concludedOnPrecision),
              label: t(LABEL_WORDS[label]),
            }),
          )
          .join('; ')}
      </desc>
      <YearLines span={span} tall={TALL} />
      <line class="thread-on" x1={percent(to)} x2={percent(place(span.to))} y1={TALL / 2} y2={TALL / 2} />
      <line class="thread-line" x1={percent(from)} x2={percent(to)} y1={TALL / 2} y2={TALL / 2} />
      {knots.map((knot) => (
        <KnotMark knot={knot} at={place(knot.day)} inward={place(knot.day) > 50 ? -1 : 1} />
      ))}
    </svg>
  )
}

function Ends({ steps }: { steps: readonly LineageStep[] }) {
  const t = useT()
  const last = steps.at(-1)
  if (!last) return null
  return (
    <small class="of">
      <span class="chip">
        <LabelMark label={last.label} />
        {t('pair.thread_last', { label: t(LABEL_WORDS[last.label]) })}
      </span>
    </small>
  )
}

/** What was promised more than once: each a thread from its first promise to its last, on one line of time. */
export function PromiseThreads({
  threads,
  span,
}: {
  threads: readonly (readonly LineageStep[])[]
  span: Span
}) {
  const t = useT()
  return (
    <figure class="time-rows">
      <figcaption>{t('pair.threads_caption')}</figcaption>
      <YearWords span={span} />
      <ol class="plain">
        {threads.map((steps) => (
          <li class="time-row">
            <span class="what" dir="auto">
              {steps[0]?.title}
            </span>
            <details class="when">
              <summary>{t('pair.thread_times', { count: steps.length })}</summary>
              <Lineage steps={steps} />
            </details>
            <Thread steps={steps} span={span} />
            <Ends steps={steps} />
          </li>
        ))}
      </ol>
      <YearWords span={span} />
    </figure>
  )
}
