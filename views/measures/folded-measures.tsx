import type { Day } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { isQuiet } from '../../src/standing/quiet'
import { Go } from '../ui/asked'
import type { Names } from '../ui/names'
import { useT } from '../ui/words'
import { MeasureList, type MeasureLine, RepledgedIn } from './measure-line'

interface Props {
  lines: readonly MeasureLine[]
  names: Names
  day: Day
}

/** A list longer than this folds what nothing is known of. */
const FEW = 12

/** Measures of several agreements; of many, those that nothing is known of stand folded and short at the end. */
export function FoldedMeasures({ lines, names, day }: Props) {
  const t = useT()
  const quiet = lines.length > FEW ? lines.filter(({ standing }) => isQuiet(standing)) : []
  return (
    <>
      <MeasureList
        lines={lines.filter((line) => !quiet.includes(line))}
        names={names}
        day={day}
        withAgreement
      />
      {quiet.length === 0 ? null : (
        <details class="folded">
          <summary>{t('measures.quiet', { count: quiet.length })}</summary>
          <ul class="charges">
            {quiet.map(({ agreement, measure, repledgedIn }) => (
              <li>
                <div>
                  <Go href={paths.measure(agreement.slug, measure.code)}>
                    <span dir="auto">{measure.title}</span>
                  </Go>
                  <small class="below">
                    <bdi>{agreement.title}</bdi>
                  </small>
                </div>
                {repledgedIn ? <RepledgedIn at={repledgedIn} /> : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
