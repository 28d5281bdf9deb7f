import { dayWords } from '../ui/day'
import { Empty } from '../ui/empty'
import { Fold } from '../ui/fold'
import { reportStateWords } from '../ui/kinds'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { ReportCard, type ReportView } from '../ui/report-card'
import { authorWords } from '../ui/report-how'
import { useT } from '../ui/words'

/** A page of a measure's reports, and the addresses of its neighbours. */
export interface ReportsPage {
  items: readonly ReportView[]
  /** How many there are on all pages. */
  total: number
  newer: string | null
  older: string | null
}

/** One report: in full where it counts now, else one line that opens. */
function Told({ view, names, alone }: { view: ReportView; names: Names; alone: boolean }) {
  const t = useT()
  const { report, state } = view
  const card = <ReportCard {...view} names={names} />
  if (state === 'live' || alone) return card
  return (
    <Fold
      summary={t('measures.history_line', {
        who: authorWords(t, report, names),
        stage: report.stage ?? 'none',
        day: dayWords(t, report.asOf, report.asOfPrecision),
        state: t(reportStateWords(state, report.stage)),
      })}
    >
      {card}
    </Fold>
  )
}

/** All that was reported of a measure, page by page; what no longer counts on one line each. */
export function History({ names, reports }: { names: Names; reports: ReportsPage }) {
  const t = useT()
  const { items, total, newer, older } = reports
  if (total === 0)
    return <Empty heading={t('measures.history_none_heading')}>{t('measures.history_none')}</Empty>
  return (
    <>
      <p class="hint">{t('measures.history_note', { count: total })}</p>
      <ol class="reports">
        {items.map((view) => (
          <li>
            <Told view={view} names={names} alone={total === 1} />
          </li>
        ))}
      </ol>
      <Pager newer={newer && `${newer}#history`} older={older && `${older}#history`} />
    </>
  )
}
