import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'

/** The measure that a form is about, and the agreement it belongs to. */
export interface PlaceNamed {
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
}

export function MeasureKicker({ agreement, measure }: PlaceNamed) {
  const t = useT()
  return (
    <div class="kicker">
      <p>
        {t.rich('reports.of', {
          measure: measure.title,
          a: (words) => <Go href={paths.measure(agreement.slug, measure.code)}>{words}</Go>,
        })}
      </p>
      <p dir="auto">
        <Go href={paths.agreement(agreement.slug)}>{agreement.title}</Go>
      </p>
    </div>
  )
}
