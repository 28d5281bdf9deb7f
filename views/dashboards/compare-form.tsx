import { dayOf, lastInstantOf } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { LABELS } from '../../src/standing/standing.types'
import { withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { keepAsked } from '../ui/asked'
import { Hidden, Select, TextField } from '../ui/controls'
import { DayText } from '../ui/day'
import { withTyped } from '../status-reports/typed'
import { LABEL_WORDS } from '../ui/kinds'
import { nameOf } from '../ui/names'
import { useT } from '../ui/words'
import type { ComparePageProps } from './compare-page'

const plain = (value: string) => ({ value, label: value })

/** Which two days, and of which measures. */
export function CompareForm({ frame, names, agreement, days, problems, chosen, result }: ComparePageProps) {
  const t = useT()
  const parties = agreement?.parties ?? Object.keys(names)
  const labels = LABELS.map((value) => ({ value, label: t(LABEL_WORDS[value]) }))
  const any = { none: t('ui.any'), optional: true }
  const action = agreement ? paths.compareAgreement(agreement.slug) : paths.compare
  return (
    <form method="get" action={action} class="compare-form">
      {frame.asOf === null ? null : <Hidden name="as_of" value={frame.asOf} />}
      {frame.knownAt === null ? null : <Hidden name="known_at" value={frame.knownAt} />}
      {/[?&]by=/.test(frame.address) ? <Hidden name="by" value={days.by} /> : null}
      <TextField name="from" label={t('compare.from')} value={days.from} type="date" problems={problems} />
      <TextField name="to" label={t('compare.to')} value={days.to} type="date" problems={problems} />
      <Select
        name="party"
        label={t('agreements.party')}
        value={chosen.party}
        choices={parties.map((slug) => ({ value: slug, label: nameOf(names, slug) }))}
        {...any}
      />
      <Select
        name="theme"
        label={t('agreements.theme')}
        value={chosen.theme}
        choices={withTyped((result?.themes ?? []).map(plain), chosen.theme)}
        {...any}
      />
      <Select name="label" label={t('compare.label')} value={chosen.label} choices={labels} {...any} />
      <button type="submit">{t('compare.submit')}</button>
    </form>
  )
}

/** Whether each day is shown as it was known then, or both by all that is known now. */
export function ReadBySwitch({ frame, by }: { frame: Frame; by: 'then' | 'now' }) {
  const t = useT()
  const address = withParameter(frame.address, 'page', null)
  return (
    <nav class="switch" aria-label={t('compare.by')}>
      <span>{t('compare.by')}</span>
      <a href={withParameter(address, 'by', 'then')} aria-current={by === 'then' ? 'true' : undefined}>
        {t('compare.by_then')}
      </a>
      <a href={withParameter(address, 'by', 'now')} aria-current={by === 'now' ? 'true' : undefined}>
        {t('compare.by_now')}
      </a>
    </nav>
  )
}

type DayLinksProps = Pick<ComparePageProps, 'frame' | 'agreement' | 'days'> & {
  known: { before: string | null; after: string | null }
}

/** Either day as its own page, by the same knowledge. */
export function DayLinks({ frame, agreement, days, known }: DayLinksProps) {
  const t = useT()
  const page = agreement ? paths.agreement(agreement.slug) : paths.home
  const at = (day: string, instant: string | null) =>
    keepAsked({ asOf: day, knownAt: instant ?? frame.knownAt }, page)
  const words = (day: string, instant: string | null) =>
    t.rich(instant === lastInstantOf(dayOf(instant ?? '')) ? 'compare.see_known' : 'compare.see', {
      day: <DayText day={day} />,
    })
  return (
    <nav class="links days" aria-label={t('compare.days')}>
      <a href={at(days.from, known.before)}>
        <bdi>{words(days.from, known.before)}</bdi>
      </a>
      <a href={at(days.to, known.after)}>
        <bdi>{words(days.to, known.after)}</bdi>
      </a>
    </nav>
  )
}
