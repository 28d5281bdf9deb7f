import { IMPLEMENTABILITY_POINTS } from '../../src/measures/implementability'
import type { Outcome, Outcomes } from '../../src/standing/outcomes'
import type { Label } from '../../src/standing/standing.types'
import { percentWords } from '../ui/amounts'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { Table } from '../ui/table'
import { directionOf, useT } from '../ui/words'
import { COUNTED } from './counts-bar'
import { scoreWords } from './score-methods'

const TALL = 24
/** Between what is known and what nobody can say, in percent of the width. */
const APART = 1.2
/** A narrower piece has no room for its number. */
const ROOM = 6

type Row = Outcomes['byScore'][number]

const totalOf = ({ counts }: Outcome): number => COUNTED.reduce((sum, label) => sum + counts[label], 0)
export const mostOf = (rows: readonly Outcome[]): number => Math.max(1, ...rows.map(totalOf))

/** Pieces as wide as they have measures, of the most that a row has; the never assessed last and set apart. */
export function outcomePieces(outcome: Outcome, most: number) {
  const order: Label[] = [...COUNTED.filter((label) => label !== 'not_assessed'), 'not_assessed']
  let start = 0
  return order.flatMap((label) => {
    const count = outcome.counts[label]
    if (count === 0) return []
    if (label === 'not_assessed' && start > 0) start += APART
    const piece = { label, count, start, width: ((100 - APART) * count) / most }
    start += piece.width
    return [piece]
  })
}

/** The rows one by one, neighbours without a measure together. */
const groupsOf = (rows: readonly Row[]): [Row, ...Row[]][] =>
  rows.reduce<[Row, ...Row[]][]>((groups, row) => {
    const last = groups.at(-1)
    if (last && totalOf(last[0]) === 0 && totalOf(row) === 0) last.push(row)
    else groups.push([row])
    return groups
  }, [])

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`

function Bar({ row, most }: { row: Row; most: number }) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const pieces = outcomePieces(row, most)
  const told = pieces.map(({ label, count }) => t('charts.count', { label: t(LABEL_WORDS[label]), count }))
  return (
    <svg role="img" width="100%" height={TALL}>
      <title>{t('implementability.row_title', { score: row.points })}</title>
      <desc>{told.join('; ')}</desc>
      <line class="base" x1={rtl ? '100%' : '0'} x2={rtl ? '100%' : '0'} y1="0" y2={TALL} />
      {pieces.map(({ label, count, start, width }) => {
        const from = rtl ? 100 - start - width : start
        const box = { x: percent(from), width: percent(width), y: 2, height: TALL - 4 }
        return (
          <g>
            <rect class={`bar ${label}`} {...box} />
            {label === 'not_assessed' ? <rect class="over" fill="url(#hatch)" {...box} /> : null}
            {width < ROOM ? null : (
              <text class={`on ${label}`} x={percent(from + width / 2)} y="17" text-anchor="middle">
                {count}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function RowWords({ row }: { row: Row }) {
  const t = useT()
  if (totalOf(row) === 0) return <small class="of">{t('implementability.row_none')}</small>
  return (
    <small class="of">
      {t.rich('implementability.row_words', {
        implemented: row.implemented,
        assessed: row.assessed,
        unassessed: row.unassessed,
        b: (words) => <b>{words}</b>,
        i: (words) => <span>{words}</span>,
      })}
    </small>
  )
}

function OutcomeTable({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const labels = COUNTED.filter((label) => rows.some(({ counts }) => counts[label] > 0))
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <div class="scroll">
        <Table<Row>
          caption={t('implementability.table_caption')}
          rows={rows}
          columns={[
            { head: t('implementability.head_score'), names: true, cell: ({ points }) => points },
            ...labels.map((label) => ({
              head: t(LABEL_WORDS[label]),
              figures: true,
              cell: ({ counts }: Row) => counts[label],
            })),
            {
              head: t('implementability.head_share'),
              figures: true,
              cell: ({ implemented, assessed }) =>
                percentWords(t, assessed === 0 ? null : (100 * implemented) / assessed),
            },
            {
              head: t('implementability.head_progress'),
              figures: true,
              cell: ({ score }) => scoreWords(t, score, 'progress'),
            },
          ]}
        />
      </div>
    </details>
  )
}

function OneRow({ group, most }: { group: [Row, ...Row[]]; most: number }) {
  const t = useT()
  const [row] = group
  const least = group.at(-1)?.points ?? row.points
  const all = IMPLEMENTABILITY_POINTS.length
  return (
    <li class={totalOf(row) === 0 ? 'outcome-row none' : 'outcome-row'}>
      <b>
        {least === row.points
          ? t('implementability.points', { score: row.points, all })
          : t('implementability.points_span', { least, most: row.points, all })}
      </b>
      {totalOf(row) === 0 ? null : <Bar row={row} most={most} />}
      <RowWords row={row} />
    </li>
  )
}

/** What became of the measures of each score: a bar as long as they are many, in pieces by label. */
export function OutcomeBars({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const most = mostOf(rows)
  const labels = COUNTED.filter((label) => rows.some(({ counts }) => counts[label] > 0))
  return (
    <figure class="outcomes">
      <figcaption>{t('implementability.bars_caption')}</figcaption>
      <ul class="legend">
        {labels.map((label) => (
          <li>
            <LabelMark label={label} />
            {t(LABEL_WORDS[label])}
          </li>
        ))}
      </ul>
      <ol class="plain">
        {groupsOf(rows).map((group) => (
          <OneRow group={group} most={most} />
        ))}
      </ol>
      <OutcomeTable rows={rows} />
    </figure>
  )
}
