import type { Evidence, EvidenceKind } from '../../src/evidence/evidence'
import type { Day } from '../../src/lib/dates'
import { OutLink } from './asked'
import { DayText } from './day'
import { FileLine } from './file-line'
import { languageWords } from './told'
import { EVIDENCE_KIND_WORDS } from './record-kinds'
import { useT } from './words'

function Review({ on }: { on: Day }) {
  const t = useT()
  return <span>{t.rich('evidence.review', { day: <DayText day={on} precision="day" /> })}</span>
}

/** Of restricted evidence, what everybody sees. */
function Withheld({ kind, reviewOn }: { kind: EvidenceKind; reviewOn: Day }) {
  const t = useT()
  return (
    <li class="withheld">
      {t('evidence.restricted_only', { kind: t(EVIDENCE_KIND_WORDS[kind]) })}
      <small class="facts">
        <Review on={reviewOn} />
      </small>
    </li>
  )
}

function Source({ evidence }: { evidence: Evidence }) {
  const t = useT()
  const { title, url, publisher, publishedOn, publishedOnPrecision, language, file, restricted } = evidence
  if (restricted && title === null && url === null && !file)
    return <Withheld kind={evidence.kind} reviewOn={restricted.reviewOn} />
  const foreign = language && language !== t.locale ? language : null
  return (
    <li>
      <OutLink href={url} lang={foreign}>
        {title ?? url ?? file?.name ?? t('ui.evidence_untitled')}
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
      {file ? <FileLine file={file} /> : null}
      {restricted ? (
        <small class="facts restricted">
          <span>{t('evidence.restricted_seen')}</span>
          <Review on={restricted.reviewOn} />
        </small>
      ) : null}
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
