import type { MessageKey } from '../../src/messages/messages'
import {
  IMPLEMENTABILITY_POINTS,
  type Implementability,
  type ImplementabilityPoint,
} from '../../src/measures/implementability'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { POINT_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

/** What is missed where a text does not give it. */
const LACKS: Record<ImplementabilityPoint, MessageKey> = {
  body: 'paper.lacks.body',
  deadline: 'paper.lacks.deadline',
  criterion: 'paper.lacks.criterion',
  verification: 'paper.lacks.verification',
  resources: 'paper.lacks.resources',
  reporting: 'paper.lacks.reporting',
  dispute: 'paper.lacks.dispute',
  public_text: 'paper.lacks.public_text',
}

interface Props {
  implementability: Implementability
  /** What the text gives of each point, in a few words. */
  details?: Partial<Record<ImplementabilityPoint, string | null>>
}

/** How many of the eight points are given, one box for each. */
export const PaperScore = ({ score, met }: Implementability) => {
  const t = useT()
  return (
    <>
      <svg class="paper-boxes" viewBox="0 0 92 10" aria-hidden="true">
        {IMPLEMENTABILITY_POINTS.map((point, n) => (
          <rect
            class={met.includes(point) ? 'met' : undefined}
            x={n * 11.5 + 0.5}
            y="0.5"
            width="9"
            height="9"
          />
        ))}
      </svg>
      <b>{t('paper.score', { score })}</b>
    </>
  )
}

export const WhyPaper = () => {
  const t = useT()
  return (
    <small>
      {t.rich('paper.note', { a: (words) => <Go href={`${paths.method}#implementability`}>{words}</Go> })}
    </small>
  )
}

/** The eight points of a text that can be carried out, given or not; of what is not, what would be missed, unless brief. */
export function Points({ implementability, details = {}, brief }: Props & { brief?: boolean }) {
  const t = useT()
  return (
    <>
      {IMPLEMENTABILITY_POINTS.map((point) => {
        const met = implementability.met.includes(point)
        const detail = details[point] ?? (met || brief ? null : t(LACKS[point]))
        return (
          <li class={met ? 'met' : 'unmet'}>
            <svg class="tick-mark" viewBox="0 0 16 16" aria-hidden="true">
              <rect x="1" y="1" width="14" height="14" />
              {met ? <path d="M4 8.5l2.8 2.8L12 5" /> : null}
            </svg>
            <span>{t(POINT_WORDS[point])}</span>
            <small>{t(met ? 'paper.given' : 'paper.missing')}</small>
            {detail === null ? null : (
              <small class="detail" dir="auto">
                {detail}
              </small>
            )}
          </li>
        )
      })}
    </>
  )
}

/** What the text of a measure gave those who were to carry it out. */
export function Checklist(props: Props) {
  return (
    <>
      <p class="paper-score">
        <PaperScore {...props.implementability} />
      </p>
      <ul class="checklist">
        <Points {...props} brief />
      </ul>
      <WhyPaper />
    </>
  )
}
