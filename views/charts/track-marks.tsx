import type { PropsWithChildren } from 'hono/jsx'
import { useContext } from 'hono/jsx'
import type { Day, Precisions } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { ReportFact } from '../../src/standing/facts'
import type { Track } from '../../src/standing/tracks'
import type { Reason } from '../../src/status-reports/status-report'
import { AskedContext, keepAsked } from '../ui/asked'
import { dayWords } from '../ui/day'
import { CONDITION_WORDS, REASON_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { SOURCE_MARKS } from '../ui/source'
import { directionOf, useT } from '../ui/words'
import { LOOKED_DOWN, styleOf, trackDown, turnsOf, worded } from './track-geometry'
import { saidWords, sayerWords } from './track-words'

interface MarkProps {
  report: ReportFact
  owedBy: readonly string[]
  names: Names
  known: Precisions
  place: (day: Day) => number
}

/** A mark that leads to its report. By keyboard the table beside does: two hundred stops would be in the way. */
function Mark({
  report,
  at,
  down,
  children,
}: PropsWithChildren<{ report: string; at: number; down: number }>) {
  return (
    <a href={keepAsked(useContext(AskedContext), paths.report(report))} tabindex={-1}>
      <svg x={`${at}%`} y={down} class="spot">
        <circle class="reach" r="12" />
        {children}
      </svg>
    </a>
  )
}

/** A report with a stage, on its speaker's line; hollow where it came from a public source. */
export function SaidMark({
  report,
  tracks,
  owedBy,
  names,
  known,
  place,
}: MarkProps & { tracks: readonly Track[] }) {
  const t = useT()
  const { party, stage, asOf, channel, id } = report
  const index = tracks.findIndex((track) => track.party === party)
  if (stage === null || index < 0) return null
  return (
    <g class={['said', channel, ...(party === null ? ['finding'] : [])].join(' ')}>
      <title>
        {t('tracks.said', {
          who: sayerWords(t, names, report, owedBy),
          said: saidWords(t, report),
          day: dayWords(t, asOf, known[asOf] ?? 'day'),
          how: t(SOURCE_MARKS[channel]),
        })}
      </title>
      <Mark report={id} at={place(asOf)} down={trackDown(stage, index, tracks.length)}>
        <path d={styleOf(party, index).shape} />
      </Mark>
    </g>
  )
}

/** A finding that could give no stage, on a row of its own. */
export function LookedMark({
  report,
  reason,
  owedBy,
  names,
  known,
  place,
}: MarkProps & { reason: Reason | null }) {
  const t = useT()
  return (
    <g class="said looked">
      <title>
        {t('tracks.said', {
          who: sayerWords(t, names, report, owedBy),
          said: reason === null ? t('tracks.looked_row') : t(REASON_WORDS[reason]),
          day: dayWords(t, report.asOf, known[report.asOf] ?? 'day'),
          how: t(SOURCE_MARKS[report.channel]),
        })}
      </title>
      <Mark report={report.id} at={place(report.asOf)} down={LOOKED_DOWN}>
        <path d="M0 -7L7 0L0 7L-7 0z" />
      </Mark>
    </g>
  )
}

/** Where a line turns to a condition: the condition's sign, and its word where there is room. */
export function Turns({
  tracks,
  from,
  place,
}: {
  tracks: readonly Track[]
  from: Day
  place: (day: Day) => number
}) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const turns = tracks.flatMap((track, index) =>
    turnsOf(track).map(({ from: on, stage, condition }) => ({
      condition,
      at: place(on < from ? from : on),
      down: trackDown(stage, index, tracks.length),
    })),
  )
  const said = worded(turns, 28)
  return (
    <>
      {turns.map((turn) => {
        const before = turn.at > 60
        return (
          <svg class={`spot turn ${turn.condition}`} x={`${turn.at}%`} y={turn.down - 11}>
            <path d={turn.condition === 'stalled' ? 'M-2.5 -8V0M2.5 -8V0' : 'M-4 -8L4 0M4 -8L-4 0'} />
            {said.has(turn) ? (
              <text x={before ? -8 : 8} y="0" text-anchor={before === rtl ? 'start' : 'end'}>
                {t(CONDITION_WORDS[turn.condition])}
              </text>
            ) : null}
          </svg>
        )
      })}
    </>
  )
}
