import type { Evidence } from '../../src/evidence/evidence'
import { OutLink } from './asked'
import { DayText } from './day'
import { languageWords } from './told'
import { EVIDENCE_KIND_WORDS } from './record-kinds'
import { useT } from './words'

function Source({ evidence }: { evidence: Evidence }) {
  const t = useT()
  const { title, url, publisher, publishedOn, publishedOnPrecision, language } = evidence
  const foreign = language && language !== t.locale ? language : null
  return (
    <li>
      <OutLink href={url} lang={foreign}>
        {title ?? url ?? t('ui.evidence_untitled')}
      </OutLink>
      <small class="facts">
        <span>{t(EVIDENCE_KIND_WORDS[evidence.kind])}</span>
        {publisher ? <span>{publisher}</span> : null}
        {publishedOn ? (
          <span>
            {t.rich('ui.evidence_published', {
              day: <DayText day={publishedOn} precision={publishedOnPrecision} />,
            })}
          </span>
        ) : null}
        {foreign ? <span>{t('ui.evidence_in', { language: languageWords(t, foreign) })}</span> : null}
      </small>
    </li>
  )
}

/** What something rests on. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul class="evidence">
      {evidence.map((one) => (
        <Source evidence={one} />
      ))}
    </ul>
  )
}
