import type { StatusReport } from '../../src/status-reports/status-report'
import { isForeign, sourceOf } from '../../src/status-reports/report-source'
import { nameOf, namesOf, type Names } from './names'
import { SOURCE_MARKS } from './source'
import { byWords } from './told'
import { useT, type Words } from './words'

type Report = Pick<StatusReport, 'kind' | 'party' | 'by' | 'channel' | 'actor'>

/** The party that claims, or whose finding it is. */
export function authorWords(t: Words, { kind, party, by }: Report, names: Names): string {
  if (kind === 'claim') return nameOf(names, party ?? '')
  return byWords(t, by) ?? t('charts.finding')
}

function whoWords(t: Words, report: Report, names: Names): string {
  if (report.kind === 'claim') return t('ui.claimed_by', { author: nameOf(names, report.party ?? '') })
  const author = byWords(t, report.by)
  return author === null ? t('ui.found_unnamed') : t('ui.found_by', { author })
}

interface Props {
  report: Report
  /** Who owes the measure, where that is at hand. */
  owedBy?: readonly string[]
  names: Names
}

/** Who says it, how it came here, and whether the party speaks of another's duty; small, beside what is said. */
export function ReportHow({ report, owedBy, names }: Props) {
  const t = useT()
  return (
    <small class="facts how">
      <span>{whoWords(t, report, names)}</span>
      <span>{t(SOURCE_MARKS[sourceOf(report)])}</span>
      {owedBy && isForeign(report.party, owedBy) ? (
        <span>{t('ui.on_duty_of', { owing: namesOf(t, names, owedBy) })}</span>
      ) : null}
    </small>
  )
}
