import { type Reply } from '../../src/replies/reply'
import { paths } from '../../src/paths'
import type { StatusReport } from '../../src/status-reports/status-report'
import { reportFacets } from '../status-reports/report-facets'
import { listWords } from './amounts'
import { Go } from './asked'
import { InstantText } from './day'
import { differing } from './facets'
import { nameOf, type Names } from './names'
import { actorWords, WithdrawnBanner } from './withdrawn'
import { useT } from './words'

/** What became of a report, and of the one that it corrects. */
export interface ReportFate {
  report: StatusReport
  /** The report that corrects this one, where one stands. */
  correctedBy: StatusReport | null
  /** The report that this one corrects. */
  corrected: StatusReport | null
  /** What was answered to the report that this one corrects. */
  repliesBefore: Reply[]
}

/** What a correction changed, by name. */
function ChangedWords({ before, after, names }: { before: StatusReport; after: StatusReport; names: Names }) {
  const t = useT()
  const changed = differing(reportFacets(t, before, names), reportFacets(t, after, names))
  if (changed.length === 0) return null
  const fields = listWords(
    t,
    changed.map(({ name }) => name),
  )
  return <>{t('revisions.changed', { fields })}</>
}

/** That it was withdrawn or corrected, or corrects another, and what was answered to that one. */
export function Fate({
  report,
  correctedBy,
  corrected,
  repliesBefore,
  names,
}: ReportFate & { names: Names }) {
  const t = useT()
  return (
    <>
      {report.withdrawn ? <WithdrawnBanner withdrawn={report.withdrawn} names={names} /> : null}
      {correctedBy ? (
        <p class="banner">
          {t.rich('revisions.corrected', {
            at: <InstantText at={correctedBy.recordedAt} />,
            actor: actorWords(t, correctedBy.actor, names),
            a: (words) => <Go href={paths.report(correctedBy.id)}>{words}</Go>,
          })}{' '}
          <ChangedWords before={report} after={correctedBy} names={names} />
        </p>
      ) : null}
      {corrected ? (
        <p>
          {t.rich('revisions.corrects', {
            at: <InstantText at={corrected.recordedAt} />,
            a: (words) => <Go href={paths.report(corrected.id)}>{words}</Go>,
          })}{' '}
          <ChangedWords before={corrected} after={report} names={names} />
        </p>
      ) : null}
      {repliesBefore
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ id, party, report: answered }) => (
          <p>
            {t.rich('ui.answered_before', {
              party: nameOf(names, party),
              a: (words) => <Go href={`${paths.report(answered)}#reply-${id}`}>{words}</Go>,
            })}
          </p>
        ))}
    </>
  )
}
