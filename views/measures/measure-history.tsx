import { Empty } from '../ui/empty'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { ReportCard, type ReportView } from '../ui/report-card'
import { useT } from '../ui/words'

/** A page of a measure's reports, and the addresses of its neighbours. */
export interface ReportsPage {
  items: readonly ReportView[]
  /** How many there are on all pages. */
  total: number
  newer: string | null
  older: string | null
}

/** All that was reported of a measure, page by page. */
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
            <ReportCard {...view} names={names} />
          </li>
        ))}
      </ol>
      <Pager newer={newer && `${newer}#history`} older={older && `${older}#history`} />
    </>
  )
}
