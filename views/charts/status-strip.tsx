import { type Day, type Precisions, precisionsOf } from '../../src/lib/dates'
import type { MeasureFact } from '../../src/standing/facts'
import type { BareRun } from '../../src/standing/standing.types'
import { dayWords } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { directionOf, useT } from '../ui/words'
import { FlagKey, FlagMarks } from './flag-marks'
import { placeOf, segmentsOf, ticksOf, type DeadlineStep, type Segment } from './strip-geometry'
import { flagMarksOf, MARKED, raisedOf } from './strip-flags'
import { StripTable } from './strip-table'
import { YearAxis } from './year-axis'

interface StripProps {
  /** The measure's title. */
  title: string
  runs: readonly BareRun[]
  measure: MeasureFact
  /** In the order in which they were decided, those withdrawn left out. */
  deadlines: readonly DeadlineStep[]
  /** The day the agreement was concluded. */
  from: Day
  /** The day shown. */
  to: Day
  /** Where the line ends, when several strips are to be compared; else the day shown or the last due day. */
  until?: Day
  /** How exactly the days of the reports are known; exactly where nothing says. */
  known?: Precisions | undefined
  /** In a list the table is on the measure's own page. */
  bare?: boolean
}

const TOP = 12
const TALL = 24
/** The lane of the flags. */
const FLAGS = 13
const HEIGHTS = [6, 12, 18, 24] as const
const percent = (value: number): string => `${value}%`

/** The last day that the strips of several measures have to reach. */
export const untilOf = (to: Day, deadlines: readonly DeadlineStep[]): Day =>
  deadlines.reduce((until, { dueOn }) => (dueOn !== null && dueOn > until ? dueOn : until), to)

function SegmentTitle({ segment, known }: { segment: Segment; known: Precisions }) {
  const t = useT()
  return (
    <title>
      {t(segment.stale ? 'charts.segment_stale' : 'charts.segment', {
        label: t(LABEL_WORDS[segment.label]),
        from: dayWords(t, segment.from, known[segment.from]),
        to: dayWords(t, segment.to, known[segment.to]),
      })}
    </title>
  )
}

function Bar({
  segment,
  place,
  bare,
  known,
}: {
  segment: Segment
  place: (day: Day) => number
  bare: boolean | undefined
  known: Precisions
}) {
  const [one, other] = [place(segment.from), place(segment.to)]
  const tall = segment.stage === null ? TALL : HEIGHTS[segment.stage]
  const box = {
    x: percent(Math.min(one, other)),
    width: percent(Math.max(0.4, Math.round(Math.abs(other - one) * 100) / 100)),
    y: TOP + TALL - tall,
    height: tall,
  }
  return (
    <g>
      {bare ? null : <SegmentTitle segment={segment} known={known} />}
      <rect class={`bar ${segment.label}`} {...box} />
      {segment.stage === null ? <rect {...box} fill="url(#hatch)" class="over" /> : null}
      {segment.stale ? <rect {...box} fill="url(#hatch-over)" class="over" /> : null}
    </g>
  )
}

interface MoveProps {
  from: Day
  to: Day
  place: (day: Day) => number
  due: Precisions
}

function Move({ from, to, place, due }: MoveProps) {
  const t = useT()
  const [start, end] = [place(from), place(to)]
  return (
    <g class="move">
      <title>
        {t('charts.moved_mark', { from: dayWords(t, from, due[from]), to: dayWords(t, to, due[to]) })}
      </title>
      <line x1={percent(start)} x2={percent(end)} y1="5" y2="5" />
      <svg x={percent(end)} y="5" class="spot">
        <path d={end >= start ? 'M0 0L-6 -3.5V3.5z' : 'M0 0L6 -3.5V3.5z'} />
      </svg>
    </g>
  )
}

const tickClass = (day: Day, current: boolean, to: Day): string =>
  current ? (day < to ? 'tick current passed' : 'tick current') : 'tick'

/** A measure's standing over the years: the bar's height is its stage, its colour the label. */
export function StatusStrip(props: StripProps) {
  const t = useT()
  const { title, runs, measure, deadlines, from, to, bare } = props
  const until = props.until ?? untilOf(to, deadlines)
  const place = placeOf(from, until, directionOf(t.locale) === 'rtl')
  const segments = segmentsOf({ runs, measure, from, to })
  const { ticks, moves } = ticksOf(deadlines)
  const due = precisionsOf(
    deadlines.map(({ dueOn, dueOnPrecision = 'day' }) => ({ day: dueOn, precision: dueOnPrecision })),
  )
  const raised = raisedOf({ runs, to })
  const lane = raised.length === 0 ? 0 : FLAGS
  return (
    <figure class="strip">
      <svg role="img" width="100%" height={TOP + TALL + lane + 20}>
        <title>{t('charts.strip_title', { title })}</title>
        <desc>
          {t(bare ? 'charts.strip_span' : 'charts.strip_desc', {
            from: dayWords(t, from),
            to: dayWords(t, to),
          })}
        </desc>
        <line class="base" x1="0" x2="100%" y1={TOP + TALL} y2={TOP + TALL} />
        {segments.map((segment) => (
          <Bar segment={segment} place={place} bare={bare} known={props.known ?? {}} />
        ))}
        <YearAxis from={from} to={to} until={until} place={place} top={TOP - 4} bottom={TOP + TALL + lane} />
        <FlagMarks
          marks={flagMarksOf(raised, place)}
          y={TOP + TALL + FLAGS / 2 + 1}
          known={props.known ?? {}}
        />
        {moves.map((move) => (
          <Move {...move} place={place} due={due} />
        ))}
        {ticks.map(({ day, current }) => (
          <g class={tickClass(day, current, to)}>
            <title>{t('charts.due_mark', { day: dayWords(t, day, due[day]) })}</title>
            <line x1={percent(place(day))} x2={percent(place(day))} y1="1" y2={TOP + TALL} />
          </g>
        ))}
      </svg>
      {bare ? null : (
        <>
          <FlagKey flags={MARKED.filter((flag) => raised.some((one) => one.flag === flag))} />
          <p class="hint">{t('charts.strip_key', { deadlines: ticks.length })}</p>
          <StripTable {...{ title, segments, raised, deadlines }} known={props.known} />
        </>
      )}
    </figure>
  )
}
