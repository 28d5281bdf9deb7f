import { DEFAULT_REVIEW_DAYS, type MeasureWording } from '../../src/measures/measure'
import { numberWords } from '../ui/amounts'
import type { Facet } from '../ui/facets'
import { nameOf, namesOf, type Names } from '../ui/names'
import { OBLIGATION_WORDS, VERIFICATION_WORDS } from '../ui/record-kinds'
import { languageWords } from '../ui/told'
import type { Words } from '../ui/words'

export function targetWords(t: Words, { target }: MeasureWording): string | null {
  if (!target || target.quantity === null) return null
  const values = { quantity: numberWords(t, target.quantity), unit: target.unit ?? '' }
  if (target.baseline === null) return t('measures.target_of', values)
  return t('measures.target_from', { ...values, baseline: numberWords(t, target.baseline) })
}

export function reviewWords(t: Words, { reviewIntervalDays, obligation }: MeasureWording): string {
  if (reviewIntervalDays !== null) return t('measures.review_own', { days: reviewIntervalDays })
  return t('measures.review_default', { days: DEFAULT_REVIEW_DAYS[obligation] })
}

/** Every party that owes it with the body named for it. */
function bodiesText(t: Words, { owedBy, bodies }: MeasureWording, names: Names): string {
  const parties = [...new Set([...owedBy, ...Object.keys(bodies)])]
  return parties
    .map((slug) => {
      const party = nameOf(names, slug)
      const body = bodies[slug]
      return body ? t('measures.body', { party, body }) : t('measures.body_unknown', { party })
    })
    .join('\n')
}

const publicWords = (t: Words, isPublic: boolean | null): string | null =>
  isPublic === null ? null : t(isPublic ? 'ui.yes' : 'ui.no')

/** All that a wording of a measure says. */
export function measureFacets(t: Words, wording: MeasureWording, names: Names): Facet[] {
  const { language, verification, everyMonths } = wording
  return [
    { name: t('measures.title'), text: wording.title },
    { name: t('measures.text'), text: wording.text, language },
    { name: t('revisions.language'), text: language && languageWords(t, language) },
    { name: t('measures.obligation'), text: t(OBLIGATION_WORDS[wording.obligation]) },
    { name: t('measures.owed_by'), text: namesOf(t, names, wording.owedBy) },
    { name: t('measures.bodies'), text: bodiesText(t, wording, names) },
    { name: t('measures.criterion'), text: wording.criterion, language },
    { name: t('measures.verification'), text: verification && t(VERIFICATION_WORDS[verification]) },
    { name: t('measures.resources'), text: wording.resources, language },
    { name: t('measures.reporting'), text: wording.reportingFrequency, language },
    { name: t('measures.dispute'), text: wording.disputeProcedure, language },
    { name: t('measures.text_public'), text: publicWords(t, wording.textPublic) },
    { name: t('measures.theme'), text: wording.theme },
    { name: t('measures.review'), text: reviewWords(t, wording) },
    { name: t('measures.weight'), text: numberWords(t, wording.weight) },
    {
      name: t('measures.every'),
      text: everyMonths === null ? null : t('measures.every_months', { months: everyMonths }),
    },
    { name: t('measures.target'), text: targetWords(t, wording) },
    { name: t('revisions.repeats'), text: wording.repeats.length > 0 ? wording.repeats.join('\n') : null },
  ]
}
