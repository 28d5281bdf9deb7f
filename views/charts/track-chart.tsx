import type { Day, Precisions } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { MeasureFact } from '../../src/standing/facts'
import type { BareRun } from '../../src/standing/standing.types'
import type { Track } from '../../src/standing/tracks'
import { STAGES } from '../../src/status-reports/status-report'
import { dayWords } from '../ui/day'
import { STAGE_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { directionOf, useT } from '../ui/words'
import { DayAxis } from './day-axis'
import { DeadlineMarks } from './deadline-marks'
import { untilOf } from './status-strip'
import { placeOf, segmentsOf, type DeadlineStep } from './strip-geometry'
import { footOf, LOOKED_DOWN, stageDown, stretchesOf, styleOf, TOP } from './track-geometry'
import { Reading, Speakers } from './track-legend'
import { LookedMark, SaidMark, Turns } from './track-marks'
import type { PositionHistory } from './track-words'
import { TrackTable } from './track-table'

interface TrackProps {
  title: string
  history: PositionHistory
  runs: readonly BareRun[]
  measure: MeasureFact
  /** In the order in which they were decided, those withdrawn left out. */
  deadlines: readonly DeadlineStep[]
  /** The day the agreement was concluded. */
  concludedOn: Day
  /** The day shown. */
  to: Day
  names: Names
  known: Precisions
}

const earliest = (days: readonly Day[]): Day => days.reduce((first, day) => (day < first ? day : first))

interface Plot {
  from: Day
  to: Day
  place: (day: Day) => number
  foot: number
}

/** From the conclusion to the day shown or the last due day; where reports are left out, from the first one shown. */
function plotOf({ history, concludedOn, deadlines, to }: TrackProps, rtl: boolean): Plot & { until: Day } {
  const { said, looked } = history
  const from = history.from ?? earliest([concludedOn, ...[...said, ...looked].map(({ asOf }) => asOf)])
  const until = untilOf(to, deadlines)
  return { from, to, until, place: placeOf(from, until, rtl), foot: footOf(looked.length > 0) }
}

/** So many letters fit on a line beside the picture. */
const LINE = 14

function Row({ down, words }: { down: number; words: string }) {
  const [first = '', second = '', ...rest] = words.split(' ')
  const lines = words.length <= LINE ? [words] : [`${first} ${second}`, rest.join(' ')]
  return (
    <>
      {lines.map((line, n) => (
        <text y={down + 4 + 14 * n - 6 * (lines.length - 1)}>{line}</text>
      ))}
    </>
  )
}

/** The words of the rows, beside the picture, where no line runs over them. */
function Scale({ looked, foot }: { looked: boolean; foot: number }) {
  const t = useT()
  return (
    <svg class="rows" aria-hidden="true" height={foot + 24}>
      {STAGES.map((stage) => (
        <Row down={stageDown(stage)} words={t('tracks.row', { stage, word: t(STAGE_WORDS[stage]) })} />
      ))}
      {looked ? <Row down={LOOKED_DOWN} words={t('tracks.looked_short')} /> : null}
    </svg>
  )
}

function Stale({ runs, measure, plot }: { runs: readonly BareRun[]; measure: MeasureFact; plot: Plot }) {
  const t = useT()
  const { from, to, place, foot } = plot
  const stale = segmentsOf({ runs, measure, from, to }).filter((segment) => segment.stale)
  return (
    <>
      {stale.map((segment) => {
        const [one, other] = [place(segment.from), place(segment.to)]
        const box = {
          x: `${Math.min(one, other)}%`,
          width: `${Math.abs(other - one)}%`,
          y: TOP - 16,
          height: foot - TOP + 16,
        }
        return (
          <g class="stale-days">
            <title>
              {t('tracks.stale', { from: dayWords(t, segment.from), to: dayWords(t, segment.to) })}
            </title>
            <rect {...box} fill="url(#hatch)" class="over" />
          </g>
        )
      })}
    </>
  )
}

interface LineProps {
  track: Track
  index: number
  count: number
  plot: Plot
}

function TrackLine({ track, index, count, plot: { from, to, place } }: LineProps) {
  const { dash } = styleOf(track.party, index)
  return (
    <g class={track.party === null ? 'track finding' : 'track'} stroke-dasharray={dash}>
      {stretchesOf(track, index, count, from, to).map((stretch) => {
        const end = `${place(stretch.to)}%`
        return (
          <>
            <line x1={`${place(stretch.from)}%`} x2={end} y1={stretch.down} y2={stretch.down} />
            {stretch.next === null ? null : <line x1={end} x2={end} y1={stretch.down} y2={stretch.next} />}
          </>
        )
      })}
    </g>
  )
}

/** Who said how far a measure had come, from day to day: a line for each party, one for the finding, a mark for each report. */
export function TrackChart(props: TrackProps) {
  const t = useT()
  const { title, history, runs, measure, deadlines, to, names, known } = props
  const { tracks, said, looked } = history
  if (said.length + looked.length === 0) return null
  const plot = plotOf(props, directionOf(t.locale) === 'rtl')
  const { from, until, place, foot } = plot
  const count = tracks.length
  const { owedBy } = measure
  const marks = { owedBy, names, known, place }
  return (
    <figure class="track-chart">
      <Speakers history={history} owedBy={owedBy} names={names} known={known} />
      <div class="plot">
        <Scale looked={looked.length > 0} foot={foot} />
        {/* Not an image: what it holds are links. */}
        <svg role="group" class="field-of-days" width="100%" height={foot + 24}>
          <title>{t('tracks.title', { title })}</title>
          <desc>{t('tracks.desc', { from: dayWords(t, from), to: dayWords(t, to) })}</desc>
          <Stale runs={runs} measure={measure} plot={plot} />
          {STAGES.map((stage) => (
            <line class="rung" x1="0" x2="100%" y1={stageDown(stage)} y2={stageDown(stage)} />
          ))}
          <DeadlineMarks deadlines={deadlines} place={place} foot={foot} to={to} />
          {tracks.map((track, index) => (
            <TrackLine track={track} index={index} count={count} plot={plot} />
          ))}
          <DayAxis from={from} until={until} to={to} place={place} foot={foot} />
          {said.map((report) => (
            <SaidMark report={report} tracks={tracks} {...marks} />
          ))}
          <Turns tracks={tracks} from={from} place={place} />
          {looked.map((report) => (
            <LookedMark report={report} reason={history.reasons[report.id] ?? null} {...marks} />
          ))}
        </svg>
      </div>
      <Reading
        history={history}
        stale={segmentsOf({ runs, measure, from, to }).some((one) => one.stale)}
        due={deadlines.some(({ dueOn }) => dueOn !== null)}
      />
      <TrackTable
        title={title}
        history={history}
        owedBy={owedBy}
        names={names}
        known={known}
        address={paths.report}
      />
    </figure>
  )
}
