import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { Empty } from '../ui/empty'
import { reportStateWords } from '../ui/kinds'
import { LabelChip } from '../ui/label-chip'
import type { Names } from '../ui/names'
import { markOfStage, type ReportView } from '../ui/report-card'
import { authorWords, ReportHow } from '../ui/report-how'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

interface Props {
  /** Newest entry first. */
  last: readonly ReportView[]
  names: Names
}

/** The newest reports on a measure, in sight of whoever writes the next one. */
export function LastReports({ last, names }: Props) {
  const t = useT()
  return (
    <section id="last-reports">
      <h2>{t('filing.last_heading')}</h2>
      {last.length === 0 ? <Empty>{t('filing.last_none')}</Empty> : null}
      <ul class="plain">
        {last.map(({ report, state, owedBy }) => (
          <li class="report-row">
            <Go href={paths.report(report.id)}>
              {t.rich('filing.last_line', {
                author: authorWords(t, report, names),
                day: <DayText day={report.asOf} precision={report.asOfPrecision} />,
              })}
            </Go>
            <div class="now">
              <LabelChip label={markOfStage(report.stage)} />
              <small>
                {t('filing.last_state', {
                  state: t(reportStateWords(state, report.stage)),
                  entry: report.entry,
                })}
              </small>
            </div>
            <ReportHow report={report} owedBy={owedBy} names={names} />
            {report.summary ? <Told text={report.summary} language={report.language} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
