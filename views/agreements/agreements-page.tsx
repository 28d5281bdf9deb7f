import { paths } from '../../src/paths'
import type { ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { csvOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Empty } from '../ui/empty'
import { Actions } from '../ui/facts'
import { FilterBar } from '../ui/filter-bar'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { recordFilters } from '../ui/record-filters'
import { useT, wordsIn } from '../ui/words'
import { AgreementTable, type AgreementLine } from './agreement-line'

interface Props {
  frame: Frame
  names: Names
  agreements: readonly AgreementLine[]
  /** How many there are on all pages. */
  total: number
  /** What the address filters by; empty for any. */
  chosen: { party: string; label: string; flag: string; theme: string; year: string }
  themes: readonly string[]
  years: readonly string[]
  method?: ScoreMethod
  mayAdd?: boolean
  newer: string | null
  older: string | null
}

function Filters({ frame, names, chosen, themes, years }: Props) {
  const t = useT()
  return <FilterBar frame={frame} filters={recordFilters(t, chosen, { names, themes, years })} />
}

function None({ chosen }: Props) {
  const t = useT()
  if (Object.values(chosen).every((value) => value === ''))
    return <Empty heading={t('agreements.none_heading')}>{t('agreements.none')}</Empty>
  return (
    <Empty heading={t('agreements.empty_heading')}>
      {t.rich('agreements.empty', { a: (words) => <Go href={paths.agreements}>{words}</Go> })}
    </Empty>
  )
}

/** The list of agreements with its filters. */
export function AgreementsPage(props: Props) {
  const { frame, names, agreements, total, method = 'progress', mayAdd, newer, older } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('agreements.heading')}>
      <h1>{t('agreements.heading')}</h1>
      <p class="lead">{t('agreements.lead', { count: total })}</p>
      <Actions actions={[mayAdd ? { href: paths.newAgreement, label: t('agreements.add') } : null]} />
      <Filters {...props} />
      {agreements.length === 0 ? (
        <None {...props} />
      ) : (
        <>
          <ScoreSwitch frame={frame} method={method} />
          <AgreementTable agreements={agreements} names={names} method={method} />
        </>
      )}
      <Pager newer={newer} older={older} />
      <p class="links">
        <a href={csvOf(frame.address)}>{t('ui.csv')}</a>
      </p>
    </Page>
  )
}
