import { IMPLEMENTABILITY_POINTS, type Implementability } from '../../src/measures/implementability'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { POINT_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

/** What the text alone gave those who were to carry it out: each of the eight points, and how many measures had it. */
export function OnPaper({ implementability }: { implementability: readonly Implementability[] }) {
  const t = useT()
  const n = implementability.length
  if (n === 0) return null
  const mean = implementability.reduce((sum, { score }) => sum + score, 0) / n
  return (
    <section>
      <h2>{t('agreements.paper_heading')}</h2>
      <dl class="points">
        {IMPLEMENTABILITY_POINTS.map((point) => {
          const met = implementability.filter((one) => one.met.includes(point)).length
          return (
            <div>
              <dt>{t(POINT_WORDS[point])}</dt>
              <dd class={met === 0 ? 'nil' : undefined}>{t('agreements.paper_point', { met, n })}</dd>
            </div>
          )
        })}
      </dl>
      <small>
        {t.rich('agreements.paper_note', {
          mean,
          a: (words) => <Go href={`${paths.method}#implementability`}>{words}</Go>,
          outcome: (words) => <Go href={paths.implementability}>{words}</Go>,
        })}
      </small>
    </section>
  )
}
