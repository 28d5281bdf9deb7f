import type { Day, Precision } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { Label } from '../../src/standing/standing.types'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { LabelChip } from '../ui/label-chip'
import { useT } from '../ui/words'

/** One promise in a chain of promises of the same thing, oldest first. */
export interface LineageStep {
  agreement: { slug: string; title: string }
  code: string
  title: string
  concludedOn: Day
  concludedOnPrecision: Precision
  label: Label
  /** The measure whose page this is. */
  here?: boolean
  /** Linked by a report that says superseded, not by the text. */
  supersedes?: boolean
}

/** The chain as one thread from the first promise to the last. */
export function Lineage({ steps }: { steps: readonly LineageStep[] }) {
  const t = useT()
  const first = steps[0]
  if (!first || steps.length < 2) return null
  return (
    <>
      <p>
        {t.rich('measures.lineage_note', {
          count: steps.length,
          first: <DayText day={first.concludedOn} precision={first.concludedOnPrecision} />,
        })}
      </p>
      <ol class="thread">
        {steps.map((step) => (
          <li class={step.here ? 'here' : undefined}>
            <DayText day={step.concludedOn} precision={step.concludedOnPrecision} />
            <div>
              <Go
                href={paths.measure(step.agreement.slug, step.code)}
                {...(step.here ? { current: true } : {})}
              >
                <span dir="auto">{step.title}</span>
              </Go>
              <small class="facts">
                <span>
                  <bdi>{step.agreement.title}</bdi>
                </span>
                {step.here ? <b>{t('measures.lineage_here')}</b> : null}
                {step.supersedes ? <span>{t('measures.lineage_superseded')}</span> : null}
              </small>
              <LabelChip label={step.label} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
