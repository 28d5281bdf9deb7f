import type { Withdrawn } from '../../src/ledger/entry'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import type { Names } from '../ui/names'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT } from '../ui/words'

export interface WithdrawnMeasure {
  agreement: string
  code: string
  title: string
  withdrawn: Withdrawn
}

/** What an agreement's lists leave out, with who withdrew it, when and why. */
export function WithdrawnMeasures({
  measures,
  names,
}: {
  measures: readonly WithdrawnMeasure[]
  names: Names
}) {
  const t = useT()
  if (measures.length === 0) return null
  return (
    <section id="withdrawn">
      <h2>{t('revisions.withdrawn_heading')}</h2>
      <ul class="plain">
        {measures.map(({ agreement, code, title, withdrawn }) => (
          <li>
            <p>
              <Go href={paths.measure(agreement, code)}>
                <s dir="auto">{title}</s>
              </Go>
            </p>
            <WithdrawnBanner withdrawn={withdrawn} names={names} />
          </li>
        ))}
      </ul>
    </section>
  )
}
