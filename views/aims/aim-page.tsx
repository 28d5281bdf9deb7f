import type { Child } from 'hono/jsx'
import type { Aim, Assessment } from '../../src/aims/aim'
import type { Agreement } from '../../src/agreements/agreement'
import { paths } from '../../src/paths'
import { VerdictLanes } from '../charts/verdict-lanes'
import type { FeedLink, Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go, shownDay } from '../ui/asked'
import { DayText } from '../ui/day'
import { Actions } from '../ui/facts'
import type { Names } from '../ui/names'
import { VERDICT_WORDS } from '../ui/record-kinds'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT, wordsIn } from '../ui/words'
import { AssessmentItem, type AssessmentView } from './assessment-item'

interface Props {
  frame: Frame
  names: Names
  agreement: Agreement
  aim: Aim
  /** All that were recorded, the latest first. */
  assessments: readonly AssessmentView[]
  /** The latest of each assessor. */
  live: readonly Assessment[]
  may: { assess: boolean; withdraw: boolean }
  feeds?: FeedLink[]
}

function Lead({ live }: Props) {
  const t = useT()
  const b = (words: Child[]) => <b>{words}</b>
  const [latest] = live
  const verdicts = [...new Set(live.map(({ verdict }) => verdict))]
  if (verdicts.length > 1)
    return (
      <p class="lead">
        {t.rich('aims.lead_differ', {
          count: live.length,
          verdicts: verdicts.map((verdict) => t(VERDICT_WORDS[verdict]).toLowerCase()).join(', '),
          b,
        })}
      </p>
    )
  return (
    <p class="lead">
      {t.rich('aims.lead', {
        count: live.length,
        verdict: latest?.verdict ?? '',
        day: latest ? <DayText day={latest.asOf} precision={latest.asOfPrecision} /> : '',
        b,
      })}
    </p>
  )
}

/** Each assessment stands once: the latest of each assessor above the picture, what came before below it. */
function Assessments({ which, assessments, live, names }: Props & { which: 'now' | 'earlier' }) {
  const t = useT()
  const latest = new Set(live.map(({ id }) => id))
  const views = assessments.filter(({ assessment: { id } }) => latest.has(id) === (which === 'now'))
  if (views.length === 0) return null
  return (
    <section id={which}>
      <h2>{t(which === 'now' ? 'aims.now_heading' : 'aims.earlier_heading')}</h2>
      <ul class="aims">
        {views.map((view) => (
          <AssessmentItem view={view} names={names} />
        ))}
      </ul>
    </section>
  )
}

/** One aim of an agreement: which way it goes, by whose account, and how that was judged over time. */
export function AimPage(props: Props) {
  const { frame, names, agreement, aim, live, may, feeds = [] } = props
  const t = wordsIn(frame.locale)
  const { slug } = agreement
  return (
    <Page
      frame={frame}
      title={aim.title}
      feeds={feeds}
      presets={[{ label: t('layout.preset_concluded'), asOf: agreement.concludedOn }]}
    >
      <p class="kicker">
        {t.rich('aims.of', {
          agreement: agreement.title,
          a: (words) => <Go href={paths.agreement(slug)}>{words}</Go>,
        })}
      </p>
      <h1 class={aim.withdrawn ? 'struck' : undefined} dir="auto">
        {aim.title}
      </h1>
      {aim.withdrawn ? <WithdrawnBanner withdrawn={aim.withdrawn} names={names} /> : null}
      <Lead {...props} />
      <p class="hint">{t('aims.apart')}</p>
      <Actions
        actions={[
          may.assess ? { href: paths.assessAim(slug, aim.code), label: t('aims.assess') } : null,
          may.withdraw ? { href: paths.withdrawAim(slug, aim.code), label: t('aims.withdraw') } : null,
        ]}
      />
      <Assessments which="now" {...props} />
      {live.length === 0 ? null : (
        <section>
          <h2>{t('aims.over_time')}</h2>
          <VerdictLanes aim={aim} concludedOn={agreement.concludedOn} to={shownDay(frame)} />
        </section>
      )}
      <Assessments which="earlier" {...props} />
    </Page>
  )
}
