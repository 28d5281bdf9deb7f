import type { MessageKey } from '../../src/messages/messages'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import { STAGES, type StatusReport } from '../../src/status-reports/status-report'
import { CONDITION_WORDS, STAGE_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { SOURCE_MARKS } from '../ui/source'
import { directionOf, useT, type Words } from '../ui/words'
import { LegendMark, MarkShape } from './position-mark'
import { PositionsAsTable } from './positions-table'
import {
  gapOf,
  kindsOf,
  marksOf,
  MARK_KINDS,
  rowPlace,
  ROW,
  stagePlace,
  type Mark,
  type MarkKind,
} from './positions'

interface Props {
  title: string
  standing: Standing
  names: Names
  /** Who owes the measure: who else speaks of it speaks of another's duty. */
  owedBy: readonly string[]
  /** How exactly its days are known; exactly where nothing says. */
  known?: DaysKnown
  /** The reports that count, where they are at hand. */
  reports?: readonly StatusReport[]
}

const LONGEST = 22
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

export const whoWords = (t: Words, { who, condition }: Pick<Mark, 'who' | 'condition'>): string =>
  condition === 'active' ? who : t('charts.with_condition', { who, condition: t(CONDITION_WORDS[condition]) })

/** How it came and of whose duty it speaks, short. */
function howWords(t: Words, { source, foreign }: Mark): string | null {
  if (source === null) return null
  const how = t(SOURCE_MARKS[source])
  return foreign ? t('charts.foreign', { source: how }) : how
}

function saidWords(t: Words, marks: readonly Mark[]): string {
  const gap = gapOf(marks)
  if (gap === null) return t('charts.positions_nobody')
  if (gap.high > gap.low) return t('charts.positions_gap', { gap: gap.high - gap.low })
  return t(marks.length === 1 ? 'charts.positions_alone' : 'charts.positions_agree')
}

function Position({ mark, row, foot, rtl }: { mark: Mark; row: number; foot: number; rtl: boolean }) {
  const t = useT()
  const at = `${stagePlace(mark.stage, rtl)}%`
  const y = rowPlace(row)
  const after = mark.stage < 2
  const place = { x: after === rtl ? -14 : 14, 'text-anchor': after ? 'start' : 'end' } as const
  const how = howWords(t, mark)
  return (
    <g class={['position', ...kindsOf(mark)].join(' ')}>
      <title>{[whoWords(t, mark), ...(how === null ? [] : [how])].join(', ')}</title>
      <line class="drop" x1={at} x2={at} y1={y} y2={foot} />
      <svg x={at} y={y} class="spot">
        <MarkShape {...mark} />
        <text {...place} y={how === null ? 5 : 1}>
          {clipped(whoWords(t, mark))}
        </text>
        {how === null ? null : (
          <text {...place} y="15" class="how">
            {how}
          </text>
        )}
      </svg>
    </g>
  )
}

function Scale({ foot, rtl }: { foot: number; rtl: boolean }) {
  const t = useT()
  return (
    <g class="axis">
      <line
        class="base"
        x1={`${stagePlace(0, false)}%`}
        x2={`${stagePlace(3, false)}%`}
        y1={foot}
        y2={foot}
      />
      {STAGES.map((stage) => (
        <svg x={`${stagePlace(stage, rtl)}%`} y={foot} class="spot">
          <line x1="0" x2="0" y1="-4" y2="4" />
          <text y="18" text-anchor="middle">
            {stage}
          </text>
          {t(STAGE_WORDS[stage])
            .split(' ')
            .map((word, index) => (
              <text class="word" y={33 + 13 * index} text-anchor="middle">
                {word}
              </text>
            ))}
        </svg>
      ))}
    </g>
  )
}

const LEGEND_WORDS: Record<MarkKind, MessageKey> = {
  own: 'charts.legend.own',
  public_source: 'charts.legend.public_source',
  foreign: 'charts.legend.foreign',
  finding: 'charts.legend.finding',
}

/** What the shapes mean that occur. */
function Legend({ marks }: { marks: readonly Mark[] }) {
  const t = useT()
  const shown = new Set(marks.flatMap(kindsOf))
  return (
    <ul class="legend">
      {MARK_KINDS.filter((kind) => shown.has(kind)).map((kind) => (
        <li>
          <LegendMark kind={kind} /> {t(LEGEND_WORDS[kind])}
        </li>
      ))}
    </ul>
  )
}

/** What each says of a measure, on one line from 0 to 3: a disagreement is a gap one can see. */
export function PositionLine({ title, standing, names, owedBy, known, reports = [] }: Props) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const marks = marksOf(t, { standing, names, owedBy, reports })
  const gap = gapOf(marks)
  const foot = rowPlace(Math.max(1, marks.length)) - ROW / 3
  const ends = gap
    ? [stagePlace(gap.low, rtl), stagePlace(gap.high, rtl)]
    : [stagePlace(0, rtl), stagePlace(3, rtl)]
  const band = {
    x: `${Math.min(...ends)}%`,
    width: `${Math.max(...ends) - Math.min(...ends)}%`,
    y: 2,
    height: foot - 2,
  }
  return (
    <figure class="position-line">
      <svg role="img" width="100%" height={foot + 52}>
        <title>{t('charts.positions_title', { title })}</title>
        <desc>{t('charts.positions_desc', { said: saidWords(t, marks) })}</desc>
        {gap ? <rect class="gap" {...band} /> : <rect {...band} fill="url(#hatch)" class="over" />}
        <Scale foot={foot} rtl={rtl} />
        {marks.map((mark, row) => (
          <Position mark={mark} row={row} foot={foot} rtl={rtl} />
        ))}
      </svg>
      <p class="hint">{saidWords(t, marks)}</p>
      {marks.length === 0 ? null : (
        <>
          <Legend marks={marks} />
          <PositionsAsTable title={title} marks={marks} names={names} owedBy={owedBy} known={known?.said} />
        </>
      )}
    </figure>
  )
}
