import type { Day, Precisions } from '../../src/lib/dates'
import type { CountsOn } from '../../src/standing/history'
import type { MessageKey } from '../../src/messages/messages'
import { DayOf, DayText } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import type { DueDay, DueMove } from './deadline-geometry'
import { occurring, rowsOf, type Sampling } from './history-geometry'

const CAPTIONS: Record<Sampling, MessageKey> = {
  all: 'charts.history_caption',
  quarter: 'charts.history_caption_quarter',
  year: 'charts.history_caption_year',
}
/** Longer lists of days say less than their years do. */
const FEW_DAYS = 30

const yearOf = (day: Day): Day => `${day.slice(0, 4)}-01-01`

/** The deadlines by day, or by year where the days are too many to read. */
function dueRows(days: readonly DueDay[]): DueDay[] {
  if (days.length <= FEW_DAYS) return [...days]
  return [...Map.groupBy(days, ({ day }) => yearOf(day))].map(([year, its]) => ({
    day: year,
    current: its.reduce((sum, { current }) => sum + current, 0),
    earlier: its.reduce((sum, { earlier }) => sum + earlier, 0),
  }))
}

/** The moves, or how many led from one year to another where they are too many to read. */
function moveRows(moves: readonly DueMove[]): DueMove[] {
  if (moves.length <= FEW_DAYS) return [...moves]
  const byYears = Map.groupBy(moves, ({ from, to }) => `${yearOf(from)} ${yearOf(to)}`)
  return [...byYears.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([years, its]) => ({
      from: years.slice(0, 10),
      to: years.slice(11),
      count: its.reduce((sum, { count }) => sum + count, 0),
    }))
}

interface Props {
  history: readonly CountsOn[]
  to: Day
  days: readonly DueDay[]
  moves: readonly DueMove[]
  /** How exactly the days are known; exactly where nothing says. */
  known: Precisions
}

/** The picture of an agreement over time in figures. */
export function HistoryTables({ history, to, days, moves, known }: Props) {
  const t = useT()
  const { by, rows } = rowsOf(history, to)
  const byYear = days.length > FEW_DAYS
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<CountsOn>
        caption={t(CAPTIONS[by])}
        rows={rows}
        columns={[
          { head: t('charts.history_day'), names: true, cell: ({ on }) => <DayOf day={on} known={known} /> },
          ...occurring(history).map((label) => ({
            head: t(LABEL_WORDS[label]),
            figures: true,
            cell: ({ counts }: CountsOn) => counts[label],
          })),
        ]}
      />
      {days.length === 0 ? null : (
        <Table<DueDay>
          caption={t('charts.due_caption')}
          rows={dueRows(days)}
          columns={[
            {
              head: t('charts.due'),
              names: true,
              cell: ({ day }) =>
                byYear ? <DayText day={day} precision="year" /> : <DayOf day={day} known={known} />,
            },
            { head: t('charts.due_head_current'), figures: true, cell: ({ current }) => current },
            { head: t('charts.due_head_earlier'), figures: true, cell: ({ earlier }) => earlier },
          ]}
        />
      )}
      {moves.length === 0 ? null : <MoveTable moves={moves} known={known} />}
    </details>
  )
}

function MoveTable({ moves, known }: Pick<Props, 'moves' | 'known'>) {
  const t = useT()
  const byYear = moves.length > FEW_DAYS
  const day = (on: Day) => (byYear ? <DayText day={on} precision="year" /> : <DayOf day={on} known={known} />)
  return (
    <Table<DueMove>
      caption={t(byYear ? 'charts.moves_caption_year' : 'charts.moves_caption')}
      rows={moveRows(moves)}
      columns={[
        { head: t('charts.moves_from'), names: true, cell: ({ from }) => day(from) },
        { head: t('charts.moves_to'), cell: ({ to }) => day(to) },
        { head: t('charts.moves_count'), figures: true, cell: ({ count }) => count },
      ]}
    />
  )
}
