import { paths } from '../../src/paths'
import type { ReportState, StatusReport } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { LabelChip } from '../ui/label-chip'
import type { Names } from '../ui/names'
import { markOfStage } from '../ui/report-card'
import { authorWords, ReportHow } from '../ui/report-how'
import { useT } from '../ui/words'

/** A status report as a line of a list. */
export interface ReportLine {
  report: StatusReport
  state: ReportState
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
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
      </Go>{' '}
      <LabelChip label={markOfStage(report.stage)} />
      <ReportHow report={report} names={names} />
    </li>
  )
}
