import type { Day, Precisions } from '../../src/lib/dates'
import type { CountsOn } from '../../src/standing/history'
import { dayWords } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { directionOf, useT, type Words } from '../ui/words'
import { arrowsOf, dueMarksOf, endOf } from './deadline-geometry'
import { DeadlineLane, laneHeight } from './deadline-lane'
import { bandsOf, endLabelsOf, occurring, TALL, totalOf, WIDE, type EndLabel } from './history-geometry'
import { HistoryTables } from './history-tables'
import { placeOf, type DeadlineStep } from './strip-geometry'
import { YearAxis } from './year-axis'

interface Props {
  /** The counts from the first day on, and from each day on that changes them. */
  history: readonly CountsOn[]
  /** The day shown. */
  to: Day
  /** By measure, in the order in which they were decided, those withdrawn left out. */
  deadlines?: readonly (readonly DeadlineStep[])[]
  /** How exactly the days are known; exactly where nothing says. */
  known?: Precisions
}

const FOOT = 22
const percent = (value: number): string => `${value}%`
type Place = (day: Day) => number

function countsWords(t: Words, { counts, on }: CountsOn, labels: ReturnType<typeof occurring>): string {
  const words = labels
    .filter((label) => counts[label] > 0)
    .map((label) => t('charts.count', { label: t(LABEL_WORDS[label]), count: counts[label] }))
  const what = words.length === 0 ? t('charts.history_nothing') : words.join(', ')
  return t('charts.history_on', { day: dayWords(t, on), what })
}

/** The words beside the ends of the areas: mark, number, and the word where there is room for it. */
function EndLabels({ ends, rtl }: { ends: readonly EndLabel[]; rtl: boolean }) {
  const t = useT()
  const side = rtl ? -1 : 1
  return (
    <svg class="ends-of" width="100%" height={TALL} aria-hidden="true">
      <svg class="spot" x={rtl ? '100%' : '0'}>
        {ends.map(({ label, count, middle, at }) => (
          <>
            <path class="leader" d={`M0 ${middle}H${side * 4}L${side * 13} ${at}H${side * 17}`} />
            <svg class={`mark ${label}`} x={side > 0 ? 20 : -36} y={at - 8} width="16" height="16">
              <use href={`#mark-${label}`} />
            </svg>
            <text x={side * 42} y={at + 4.5} class="ends-count">
              {count}
              <tspan class="ends-word" dx={side * 6}>
                {t(LABEL_WORDS[label])}
              </tspan>
            </text>
          </>
        ))}
      </svg>
    </svg>
  )
}

function Areas({
  history,
  to,
  place,
}: {
  history: readonly CountsOn[]
  to: Day
  place: (day: Day) => number
}) {
  return (
    <>
      {bandsOf(history, to, place).map(({ label, path }) => (
        <>
          <path class={`bar ${label}`} d={path} />
          {label === 'not_assessed' ? <path class="over" d={path} fill="url(#hatch)" /> : null}
        </>
      ))}
    </>
  )
}

/** Less of the width than this has no room for words. */
const ROOM = 30

/** Says of the days before anything counted why they are empty, where that is much of the picture. */
function NotHeld({
  history,
  to,
  place,
  middle,
}: {
  history: readonly CountsOn[]
  to: Day
  place: Place
  middle: number
}) {
  const t = useT()
  const [first] = history
  const known = history.find((one) => totalOf(one) > 0)
  if (!first || first === known) return null
  const [start, end] = [place(first.on), place(known?.on ?? to)]
  if (Math.abs(end - start) < ROOM) return null
  return (
    <text x={percent((start + end) / 2)} y={middle} text-anchor="middle">
      {t('charts.history_not_held')}
    </text>
  )
}

/** How standings moved over time: the measures stacked by label, the deadlines above them. */
export function HistoryChart({ history, to, deadlines = [], known = {} }: Props) {
  const t = useT()
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return null
  const rtl = directionOf(t.locale) === 'rtl'
  const { days, moves } = dueMarksOf(deadlines)
  const { arrows, left } = arrowsOf(moves)
  const until = endOf(first.on, to, days)
  const place = placeOf(first.on, until, rtl)
  const lane = laneHeight(days, arrows)
  const labels = occurring(history)
  const ends = endLabelsOf(history)
  const frame = { from: first.on, to, until, place }
  return (
    <figure class="history-chart">
      <div class="plot">
        <svg role="img" width="100%" height={lane + TALL + FOOT}>
          <title>{t('charts.history_title')}</title>
          <desc>
            {t('charts.history_desc', { from: dayWords(t, first.on), to: dayWords(t, to) })}{' '}
            {countsWords(t, first, labels)} {countsWords(t, { ...last, on: to }, labels)}
          </desc>
          <svg y={lane} width="100%" height={TALL} viewBox={`0 0 ${WIDE} ${TALL}`} preserveAspectRatio="none">
            <Areas history={history} to={to} place={place} />
          </svg>
          <line class="base" x1="0" x2="100%" y1={lane + TALL} y2={lane + TALL} />
          <NotHeld history={history} to={to} place={place} middle={lane + TALL / 2} />
          {until === to
            ? null
            : ends.map(({ middle }) => (
                <line
                  class="leader"
                  x1={percent(place(to))}
                  x2={rtl ? '0%' : '100%'}
                  y1={lane + middle}
                  y2={lane + middle}
                />
              ))}
          <YearAxis {...frame} top={Math.max(0, lane - 4)} bottom={lane + TALL} />
          <DeadlineLane days={days} arrows={arrows} place={place} />
        </svg>
        <EndLabels ends={ends} rtl={rtl} />
      </div>
      <ul class="legend">
        {labels.map((label) => (
          <li>
            <LabelMark label={label} />
            {t(LABEL_WORDS[label])}
          </li>
        ))}
      </ul>
      {days.length === 0 ? null : (
        <p class="hint">
          {t('charts.history_deadlines', { moves: moves.length })}{' '}
          {left > 0 ? t('charts.history_moves_left', { left }) : null}
        </p>
      )}
      <HistoryTables history={history} to={to} days={days} moves={moves} known={known} />
    </figure>
  )
}
