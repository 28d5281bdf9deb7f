import type { Aim, Assessment } from '../../src/aims/aim'
import { DayText } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import type { Names } from '../ui/names'
import { VERDICT_WORDS } from '../ui/record-kinds'
import { byWords, Told } from '../ui/told'
import { RecordedLine, WithdrawnBanner } from '../ui/withdrawn'
import { useT } from '../ui/words'

function AssessmentItem({ assessment, names }: { assessment: Assessment; names: Names }) {
  const t = useT()
  const { asOf, asOfPrecision, verdict, withdrawn, summary, evidence } = assessment
  const author = byWords(t, assessment.by)
  const day = <DayText day={asOf} precision={asOfPrecision} />
  return (
    <li>
      {withdrawn ? <WithdrawnBanner withdrawn={withdrawn} names={names} /> : null}
      <div class={withdrawn ? 'struck' : undefined}>
        <p>
          <b class={`verdict ${verdict}`}>{t(VERDICT_WORDS[verdict])}</b>{' '}
          <small>
            {author ? t.rich('agreements.aim_by', { author, day }) : t.rich('agreements.aim_as_of', { day })}
          </small>
        </p>
        {summary ? <Told text={summary} /> : null}
        <EvidenceList evidence={evidence} />
      </div>
      <small class="facts">
        <RecordedLine thing={assessment} />
      </small>
    </li>
  )
}

/** What the agreement is for, each aim with how it was judged, oldest judgement first. */
export function Aims({ aims, names }: { aims: readonly Aim[]; names: Names }) {
  const t = useT()
  if (aims.length === 0) return null
  return (
    <section id="aims">
      <h2>{t('agreements.aims_heading')}</h2>
      <p class="hint">{t('agreements.aims_note')}</p>
      <ul class="aims">
        {aims.map((aim) => (
          <li class={aim.withdrawn ? 'struck' : undefined}>
            <h3 dir="auto">{aim.title}</h3>
            {aim.assessments.length === 0 ? (
              <p class="unknown">{t('agreements.aim_never')}</p>
            ) : (
              <ul>
                {aim.assessments.map((assessment) => (
                  <AssessmentItem assessment={assessment} names={names} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
