import type { Precisions } from '../../src/lib/dates'
import type { ReportFact } from '../../src/standing/facts'
import { Go } from '../ui/asked'
import { DayOf } from '../ui/day'
import { REASON_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { SOURCE_WORDS } from '../ui/source'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import { type PositionHistory, saidWords, sayerWords } from './track-words'

interface Props {
  title: string
  history: PositionHistory
  owedBy: readonly string[]
  names: Names
  known: Precisions
  /** Where a report has its own page. */
  address: (report: string) => string
}

const byDay = (a: ReportFact, b: ReportFact): number => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)

/** Every mark of the picture in a row, in its order, leading to the report. */
export function TrackTable({ title, history, owedBy, names, known, address }: Props) {
  const t = useT()
  const why = (id: string) => history.reasons[id] ?? null
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<ReportFact>
        caption={t('tracks.caption', { title })}
        rows={[...history.said, ...history.looked].sort(byDay)}
        columns={[
          {
            head: t('charts.as_of'),
            names: true,
            cell: ({ id, asOf }) => (
              <Go href={address(id)}>
                <DayOf day={asOf} known={known} />
              </Go>
            ),
          },
          { head: t('charts.who'), cell: (report) => sayerWords(t, names, report, owedBy) },
          {
            head: t('charts.stage'),
            cell: (report) => {
              const reason = report.stage === null ? why(report.id) : null
              return reason === null ? saidWords(t, report) : t(REASON_WORDS[reason])
            },
          },
          { head: t('charts.how'), cell: ({ channel }) => t(SOURCE_WORDS[channel]) },
        ]}
      />
    </details>
  )
}
