import { paths } from '../../src/paths'
import type { ReportState, StatusReport } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { LabelChip } from '../ui/label-chip'
import { nameOf, type Names } from '../ui/names'
import { markOfStage } from '../ui/report-card'
import { byWords } from '../ui/told'
import { useT, type Words } from '../ui/words'

/** A status report as a line of a list. */
export interface ReportLine {
  report: StatusReport
  state: ReportState
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
}

/** The party that claims, or whose finding it is. */
export function authorWords(t: Words, { kind, party, by }: StatusReport, names: Names): string {
  if (kind === 'claim') return nameOf(names, party ?? '')
  return byWords(t, by) ?? t('charts.finding')
}

export function ReportRow({ line, names }: { line: ReportLine; names: Names }) {
  const t = useT()
  const { report, measure } = line
  return (
    <li class="report-row">
      <Go href={paths.report(report.id)}>
        {t.rich('reports.line', {
          author: authorWords(t, report, names),
          measure: measure.title,
          day: <DayText day={report.asOf} precision={report.asOfPrecision} />,
        })}
      </Go>
      <LabelChip label={markOfStage(report.stage)} />
    </li>
  )
}
