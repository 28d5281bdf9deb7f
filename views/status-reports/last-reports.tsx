import { Empty } from '../ui/empty'
import type { Names } from '../ui/names'
import type { ReportView } from '../ui/report-card'
import { REPORT_STATE_WORDS } from '../ui/kinds'
import { Told } from '../ui/told'
import { useT } from '../ui/words'
import type { PlaceNamed } from './measure-kicker'
import { ReportRow } from './report-line'

/** The newest reports on a measure, in sight of whoever writes the next one. */
export function LastReports({
  last,
  names,
  agreement,
  measure,
}: PlaceNamed & { last: readonly ReportView[]; names: Names }) {
  const t = useT()
  return (
    <section id="last-reports">
      <h2>{t('filing.last_heading')}</h2>
      {last.length === 0 ? (
        <Empty>{t('filing.last_none')}</Empty>
      ) : (
        <ul class="report-rows">
          {last.map(({ report, state }) => (
            <>
              <ReportRow line={{ report, state, agreement, measure }} names={names} />
              <li>
                {report.summary ? <Told text={report.summary} language={report.language} /> : null}
                <small>
                  {t('filing.last_state', { state: t(REPORT_STATE_WORDS[state]), entry: report.entry })}
                </small>
              </li>
            </>
          ))}
        </ul>
      )}
    </section>
  )
}
