import { daysBetween, type Day } from '../../src/lib/dates'
import type { Agreement } from '../../src/agreements/agreement'
import type { Child } from 'hono/jsx'
import type { Score, Standing } from '../../src/standing/standing.types'
import { durationWords } from '../ui/amounts'
import { DayText, dayWords } from '../ui/day'
import { useT, type Words } from '../ui/words'

interface Props {
  agreement: Agreement
  score: Score
  /** Of each measure. */
  standings: readonly Standing[]
  /** The day shown. */
  day: Day
}

const isDone = ({ stage, condition, freshness }: Standing): boolean =>
  stage === 3 && (condition === 'active' || condition === 'stalled') && freshness !== 'stale'

function lengthWords(t: Words, { agreement, day }: Props): string {
  return durationWords(t, Math.max(0, daysBetween(agreement.concludedOn, day)))
}

/** How much of it is done, in words, before any figure. */
export function AgreementLead(props: Props) {
  const t = useT()
  const { agreement, score, standings, day } = props
  if (agreement.concludedOn > day) return <p class="lead">{t('agreements.lead_before')}</p>
  const b = (words: Child[]) => <b>{words}</b>
  const done = standings.filter(isDone)
  const verified = done.filter(({ basis }) => basis === 'verified').length
  const stale = standings.filter(({ freshness }) => freshness === 'stale').length
  const sentences: Child[] = [t('agreements.lead_measures', { n: standings.length })]
  if (standings.length > 0)
    sentences.push(
      t.rich('agreements.lead_age', {
        duration: lengthWords(t, props),
        verified,
        claimed: done.length - verified,
        b,
      }),
      t.rich('agreements.lead_unknown', { count: score.counts.not_assessed, n: standings.length, b }),
      stale > 0 ? t('agreements.lead_stale', { count: stale }) : null,
    )
  if (score.low !== null && score.high !== null) {
    const [low, high] = [Math.round(score.low), Math.round(score.high)]
    sentences.push(t.rich(low === high ? 'agreements.lead_point' : 'agreements.lead_range', { low, high, b }))
  }
  return <p class="lead">{sentences.map((sentence) => (sentence ? <>{sentence} </> : null))}</p>
}

/** Said where the reader looks at a day before the agreement. */
export function NotYet({ agreement, day }: Pick<Props, 'agreement' | 'day'>) {
  const t = useT()
  return (
    <div class="banner">
      <h2>{t('agreements.not_yet_heading')}</h2>
      <p>
        {t.rich('agreements.not_yet', {
          concluded: <DayText day={agreement.concludedOn} precision={agreement.concludedOnPrecision} />,
          shown: dayWords(t, day),
        })}
      </p>
    </div>
  )
}
