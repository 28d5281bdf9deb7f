import type { Standing } from '../../src/standing/standing.types'
import { paths } from '../../src/paths'
import { STAGES } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { CONDITION_WORDS, STAGE_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { Table } from '../ui/table'
import { directionOf, useT, type Words } from '../ui/words'
import { gapOf, marksOf, rowPlace, ROW, stagePlace, type Mark } from './positions'

interface Props {
  title: string
  standing: Standing
  names: Names
}

const LONGEST = 30
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

const whoWords = (t: Words, { who, condition }: Mark): string =>
  condition === 'active' ? who : t('charts.with_condition', { who, condition: t(CONDITION_WORDS[condition]) })

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
  return (
    <g class={mark.finding ? 'position finding' : 'position'}>
      <title>{mark.who}</title>
      <line class="drop" x1={at} x2={at} y1={y} y2={foot} />
      <svg x={at} y={y} class="spot">
        {mark.finding ? <path d="M0 -8L8 0L0 8L-8 0z" /> : <circle r="6.5" />}
        <text x={after === rtl ? -14 : 14} y="5" text-anchor={after ? 'start' : 'end'}>
          {clipped(whoWords(t, mark))}
        </text>
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

/** What each says of a measure, on one line from 0 to 3: a disagreement is a gap one can see. */
export function PositionLine({ title, standing, names }: Props) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const marks = marksOf(t, standing, names)
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
        <details class="as-table">
          <summary>{t('ui.as_table')}</summary>
          <Table
            caption={t('charts.positions_caption', { title })}
            rows={marks}
            columns={[
              { head: t('charts.who'), cell: (mark) => whoWords(t, mark), names: true },
              {
                head: t('charts.stage'),
                cell: ({ stage }) => t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) }),
              },
              {
                head: t('charts.as_of'),
                cell: ({ asOf, report }) => (
                  <Go href={paths.report(report)}>
                    <DayText day={asOf} />
                  </Go>
                ),
              },
            ]}
          />
        </details>
      )}
    </figure>
  )
}
