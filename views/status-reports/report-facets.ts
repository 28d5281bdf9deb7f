import type { StatusReport } from '../../src/status-reports/status-report'
import { dayWords } from '../ui/day'
import { type Facet, sourcesText } from '../ui/facets'
import { CONDITION_WORDS, REASON_WORDS, STAGE_WORDS } from '../ui/kinds'
import { nameOf, type Names } from '../ui/names'
import { byWords, languageWords } from '../ui/told'
import type { Words } from '../ui/words'

const stageText = (t: Words, { stage, reason }: StatusReport): string =>
  stage === null
    ? t('ui.stage_none', { reason: t(REASON_WORDS[reason ?? 'not_looked']) })
    : t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })

/** All that a report says. */
export const reportFacets = (t: Words, report: StatusReport, names: Names): Facet[] => [
  { name: t('revisions.report.party'), text: report.party && nameOf(names, report.party) },
  { name: t('revisions.report.stage'), text: stageText(t, report) },
  { name: t('revisions.report.condition'), text: t(CONDITION_WORDS[report.condition]) },
  { name: t('revisions.report.superseded_by'), text: report.supersededBy },
  { name: t('revisions.report.decided_by'), text: report.decidedBy },
  { name: t('revisions.report.as_of'), text: dayWords(t, report.asOf, report.asOfPrecision) },
  { name: t('revisions.report.by'), text: byWords(t, report.by) },
  { name: t('revisions.report.summary'), text: report.summary, language: report.language },
  { name: t('revisions.language'), text: report.language && languageWords(t, report.language) },
  { name: t('revisions.report.evidence'), text: sourcesText(t, report.evidence) },
]
