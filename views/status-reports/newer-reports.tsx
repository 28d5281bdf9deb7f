import type { Names } from '../ui/names'
import { ReportCard, type ReportView } from '../ui/report-card'
import { useT } from '../ui/words'

/** What entered the record while somebody was writing. */
export function NewerReports({
  newer,
  names,
  heading = 'filing.newer_heading',
}: {
  newer: readonly ReportView[]
  names: Names
  heading?: 'filing.newer_heading' | 'drafts.newer_heading'
}) {
  const t = useT()
  if (newer.length === 0) return null
  return (
    <section id="newer">
      <h2>{t(heading, { count: newer.length })}</h2>
      <ol class="reports">
        {newer.map((view) => (
          <li>
            <ReportCard {...view} names={names} />
          </li>
        ))}
      </ol>
    </section>
  )
}
