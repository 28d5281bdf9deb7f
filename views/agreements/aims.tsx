import type { Aim } from '../../src/aims/aim'
import { liveAssessments } from '../../src/aims/verdicts'
import type { Agreement } from '../../src/agreements/agreement'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import { VerdictLine } from '../aims/assessment-item'
import { CountsBar } from '../charts/counts-bar'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'

interface Props {
  agreement: Pick<Agreement, 'slug'>
  aims: readonly Aim[]
  score: Score
}

function Done({ agreement, score }: Props) {
  const t = useT()
  const { n, claimed, strict, counts } = score
  const share = (percent: number | null): number => Math.round(((percent ?? 0) * n) / 100)
  return (
    <section>
      <h3>{t('aims.done_heading')}</h3>
      <CountsBar counts={counts} mini />
      <p>
        {t('aims.done', {
          n,
          verified: share(strict),
          claimed: share(claimed) - share(strict),
          unknown: counts.not_assessed,
        })}
      </p>
      <p class="links">
        <Go href={`${paths.agreement(agreement.slug)}#measures`}>{t('aims.done_all')}</Go>
      </p>
    </section>
  )
}

function AimItem({ agreement, aim }: { agreement: Props['agreement']; aim: Aim }) {
  const t = useT()
  const live = liveAssessments(aim.assessments)
  const differ = new Set(live.map(({ verdict }) => verdict)).size > 1
  const standing = aim.assessments.filter(({ withdrawn }) => !withdrawn).length
  return (
    <li>
      <h4>
        <Go href={paths.aim(agreement.slug, aim.code)}>
          <span dir="auto">{aim.title}</span>
        </Go>
      </h4>
      {differ ? <p>{t('aims.differ')}</p> : null}
      {live.map((assessment) => (
        <VerdictLine assessment={assessment} />
      ))}
      {standing > live.length ? <small>{t('aims.history', { count: standing })}</small> : null}
    </li>
  )
}

/** The aims of which nobody has said anything, under one sentence. */
function Unjudged({ agreement, aims }: Pick<Props, 'agreement' | 'aims'>) {
  const t = useT()
  if (aims.length === 0) return null
  return (
    <>
      <p class="unknown">{t('aims.never', { count: aims.length })}</p>
      <ul class="plain">
        {aims.map((aim) => (
          <li>
            <Go href={paths.aim(agreement.slug, aim.code)}>
              <span dir="auto">{aim.title}</span>
            </Go>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was done of an agreement beside what came of it; the two are judged apart. */
export function DoneAndEffect(props: Props) {
  const t = useT()
  const { agreement, aims } = props
  if (aims.length === 0) return null
  const judged = aims.filter(({ assessments }) => liveAssessments(assessments).length > 0)
  return (
    <section id="aims" class="apart">
      <h2>{t('aims.both_heading')}</h2>
      <p class="hint">{t('aims.apart')}</p>
      <div class="split">
        <Done {...props} />
        <section>
          <h3>{t('aims.effect_heading')}</h3>
          {judged.length === 0 ? null : (
            <ul class="aims">
              {judged.map((aim) => (
                <AimItem agreement={agreement} aim={aim} />
              ))}
            </ul>
          )}
          <Unjudged agreement={agreement} aims={aims.filter((aim) => !judged.includes(aim))} />
        </section>
      </div>
    </section>
  )
}
