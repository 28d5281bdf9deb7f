import type { Day } from '../../src/lib/dates'
import type { Point, Series } from '../../src/observations/figures'
import { DayAxis } from '../charts/day-axis'
import { DeadlineMarks } from '../charts/deadline-marks'
import { type DeadlineStep, placeOf } from '../charts/strip-geometry'
import { untilOf } from '../charts/status-strip'
import { worded } from '../charts/track-geometry'
import { numberWords } from '../ui/amounts'
import { dayWords } from '../ui/day'
import { directionOf, useT } from '../ui/words'
import { downOf, FOOT, legsOf } from './figure-geometry'
import { amountWords, pointWords, scaleWords, shareWords } from './figure-words'

interface Props {
  title: string
  series: Series
  deadlines: readonly DeadlineStep[]
  concludedOn: Day
  /** The day shown. */
  to: Day
}

interface Placed {
  series: Series
  place: (day: Day) => number
  down: (amount: number) => number
}

/** Where the words of a mark stand: on the side that has room, before it where others follow. */
function beside(at: number, rtl: boolean, last = true) {
  // Where lines are read from the right, what follows is on the left.
  const left = rtl ? (last ? at > 45 : at > 90) : at > 55 || (!last && at > 10)
  return { x: left ? -9 : 9, 'text-anchor': left === rtl ? 'start' : 'end' } as const
}

function Goal({ series, down }: Omit<Placed, 'place'>) {
  const t = useT()
  const { whole, baseline } = series
  const rtl = directionOf(t.locale) === 'rtl'
  return (
    <>
      {whole === null ? null : (
        <g class="goal">
          <line x1="0" x2="100%" y1={down(whole.value)} y2={down(whole.value)} />
          <text x={rtl ? '100%' : '0'} y={down(whole.value) - 5}>
            {t(whole.from === 'target' ? 'observations.target_line' : 'observations.total_line', {
              whole: amountWords(t, series, whole.value),
            })}
          </text>
        </g>
      )}
      {baseline === null ? null : (
        <g class="goal start">
          <line x1="0" x2="100%" y1={down(baseline)} y2={down(baseline)} />
          <text x={rtl ? '100%' : '0'} y={down(baseline) - 5}>
            {t('observations.baseline', { amount: amountWords(t, series, baseline) })}
          </text>
        </g>
      )}
    </>
  )
}

/** A percentage and what its own parts give, apart by what does not fit. */
function Contradiction({ point, place, down }: { point: Point } & Omit<Placed, 'series'>) {
  const t = useT()
  const { check, on } = point
  if (!check || check.fits) return null
  const at = place(on)
  const side = beside(at, directionOf(t.locale) === 'rtl')
  const [stated, parts] = [down(check.stated), down(check.parts)]
  const apart = parts < stated ? { parts: -4, stated: 13 } : { parts: 13, stated: -4 }
  return (
    <g class="contradiction">
      <line x1={`${at}%`} x2={`${at}%`} y1={stated} y2={parts} />
      <svg x={`${at}%`} y={parts} class="spot">
        <path d="M0 -7L7 0L0 7L-7 0z" />
        <text {...side} y={apart.parts}>
          {t('observations.gives', { parts: shareWords(t, check.parts) })}
        </text>
      </svg>
      <svg x={`${at}%`} y={stated} class="spot">
        <text {...side} y={apart.stated}>
          {t('observations.says', { stated: numberWords(t, check.stated) })}
        </text>
      </svg>
    </g>
  )
}

function Points({ series, place, down }: Placed) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const spots = series.points.map((point) => ({ point, at: place(point.on), down: down(point.value) }))
  // The last figure is the one that is asked for; it gets its words first.
  const said = worded(spots.filter(({ point }) => point.check?.fits !== false).reverse())
  return (
    <>
      {spots.map((spot) => (
        <g class={spot.point.precision === 'day' ? 'figure' : 'figure inexact'}>
          <title>{pointWords(t, series, spot.point)}</title>
          <svg x={`${spot.at}%`} y={spot.down} class="spot">
            <circle r="5" />
            {said.has(spot) ? (
              <text {...beside(spot.at, rtl, spot === spots.at(-1))} y="-6">
                {series.percent ? amountWords(t, series, spot.point.value) : numberWords(t, spot.point.value)}
              </text>
            ) : null}
          </svg>
        </g>
      ))}
      {series.points.map((point) => (
        <Contradiction point={point} place={place} down={down} />
      ))}
    </>
  )
}

/** Dated figures of one unit and one whole, on the way to it. */
export function FigureChart({ title, series, deadlines, concludedOn, to }: Props) {
  const t = useT()
  const from = series.points.reduce((first, { on }) => (on < first ? on : first), concludedOn)
  const until = untilOf(to, deadlines)
  const place = placeOf(from, until, directionOf(t.locale) === 'rtl')
  const { down, ticks } = downOf(series)
  return (
    <figure class="figure-chart">
      <figcaption>{scaleWords(t, series)}</figcaption>
      <div class="plot numbers">
        <svg class="rows" aria-hidden="true" height={FOOT + 24}>
          {ticks.map((tick) => (
            <text y={down(tick) + 4}>{numberWords(t, tick)}</text>
          ))}
        </svg>
        <svg role="img" width="100%" height={FOOT + 24}>
          <title>{t('observations.chart_title', { title, scale: scaleWords(t, series) })}</title>
          <desc>{t('observations.chart_desc', { from: dayWords(t, from), to: dayWords(t, to) })}</desc>
          {ticks.map((tick) => (
            <line class="rung" x1="0" x2="100%" y1={down(tick)} y2={down(tick)} />
          ))}
          <DeadlineMarks deadlines={deadlines} place={place} foot={FOOT} to={to} />
          <Goal series={series} down={down} />
          {legsOf(series).map((leg) => (
            <line
              class={leg.sure ? 'leg' : 'leg unsure'}
              x1={`${place(leg.from.on)}%`}
              x2={`${place(leg.to.on)}%`}
              y1={down(leg.from.value)}
              y2={down(leg.to.value)}
            />
          ))}
          <DayAxis from={from} until={until} to={to} place={place} foot={FOOT} />
          <Points series={series} place={place} down={down} />
        </svg>
      </div>
    </figure>
  )
}
