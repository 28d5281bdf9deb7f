import { IMPLEMENTABILITY_POINTS, type Implementability } from '../../src/measures/implementability'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { POINT_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

/** The eight points of a text that can be carried out, given or not. */
export function Checklist({ implementability }: { implementability: Implementability }) {
  const t = useT()
  return (
    <>
      <ul class="checklist">
        {IMPLEMENTABILITY_POINTS.map((point) => {
          const met = implementability.met.includes(point)
          return (
            <li class={met ? 'met' : 'unmet'}>
              <svg class="tick-mark" viewBox="0 0 16 16" aria-hidden="true">
                <rect x="1" y="1" width="14" height="14" />
                {met ? <path d="M4 8.5l2.8 2.8L12 5" /> : null}
              </svg>
              <span>{t(POINT_WORDS[point])}</span>
              <small>{t(met ? 'measures.met' : 'measures.unmet')}</small>
            </li>
          )
        })}
      </ul>
      <small>
        {t.rich('measures.paper_score', {
          score: implementability.score,
          a: (words) => <Go href={`${paths.method}#implementability`}>{words}</Go>,
        })}
      </small>
    </>
  )
}
