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
import { directionOf, useT, type Words } from '../ui/words'
import { LOOKED_DOWN, styleOf, trackDown, turnsOf, worded } from './track-geometry'
import { saidWords, sayerWords } from './track-words'

interface MarkProps {
  report: ReportFact
  owedBy: readonly string[]
  names: Names
  known: Precisions
  place: (day: Day) => number
}

interface PlaceProps {
  report: string
  /** What it says, for those who point at it or hear it. */
  words: string
  at: number
  down: number
}

/** A mark that leads to its report. By keyboard the table beside does: two hundred stops would be in the way. */
function Mark({ report, words, at, down, children }: PropsWithChildren<PlaceProps>) {
  return (
    <a href={keepAsked(useContext(AskedContext), paths.report(report))} tabindex={-1} aria-label={words}>
      <title>{words}</title>
      <svg x={`${at}%`} y={down} class="spot">
        <circle class="reach" r="12" />
        {children}
      </svg>
    </a>
  )
}

/** What a mark says in a sentence; `said` is the stage, or why there is none. */
function markWords(t: Words, { report, owedBy, names, known }: MarkProps, said: string): string {
  return t('tracks.said', {
    who: sayerWords(t, names, report, owedBy),
    said,
    day: dayWords(t, report.asOf, known[report.asOf] ?? 'day'),
    how: t(SOURCE_MARKS[report.channel]),
  })
}

/** A report with a stage, on its speaker's line; hollow where it came from a public source. */
export function SaidMark({ tracks, ...props }: MarkProps & { tracks: readonly Track[] }) {
  const t = useT()
  const { party, stage, asOf, channel, id } = props.report
  const index = tracks.findIndex((track) => track.party === party)
  if (stage === null || index < 0) return null
  const words = markWords(t, props, saidWords(t, props.report))
  return (
    <g class={['said', channel, ...(party === null ? ['finding'] : [])].join(' ')}>
      <Mark report={id} words={words} at={props.place(asOf)} down={trackDown(stage, index, tracks.length)}>
        <path d={styleOf(party, index).shape} />
      </Mark>
    </g>
  )
}

/** A finding that could give no stage, on a row of its own. */
export function LookedMark({ reason, ...props }: MarkProps & { reason: Reason | null }) {
  const t = useT()
  const { id, asOf } = props.report
  const words = markWords(t, props, t(reason === null ? 'tracks.looked_row' : REASON_WORDS[reason]))
  return (
    <g class="said looked">
      <Mark report={id} words={words} at={props.place(asOf)} down={LOOKED_DOWN}>
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
