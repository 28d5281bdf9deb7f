import { paths } from '../../src/paths'
import type { Outcomes } from '../../src/standing/outcomes'
import { OutcomeBars } from '../charts/outcome-bars'
import { PointPairs } from '../charts/point-pairs'
import { csvOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Empty } from '../ui/empty'
import { FilterBar } from '../ui/filter-bar'
import { recordFilters } from '../ui/record-filters'
import type { Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'

interface Props {
  frame: Frame
  names: Names
  outcomes: Outcomes
  /** What the address filters by; empty for any. */
  chosen: { party: string; theme: string; year: string }
  themes: readonly string[]
  years: readonly string[]
}

/** Fewer assessed measures than these are said to be few. */
const FEW = 200

function Filters({ frame, names, chosen, themes, years }: Props) {
  const t = useT()
  return <FilterBar frame={frame} filters={recordFilters(t, chosen, { names, themes, years })} />
}

function Lead({ outcomes: { all, means } }: Props) {
  const t = useT()
  const mean = (value: number | null): string =>
    value === null ? t('implementability.no_mean') : t('implementability.mean', { value })
  return (
    <>
      <p class="lead">
        {t.rich('implementability.lead', {
          n: all.n,
          assessed: all.assessed,
          implemented: all.implemented,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <p class="prose">
        {t('implementability.means', {
          implemented: mean(means.implemented),
          others: mean(means.others),
          unassessed: mean(means.unassessed),
        })}
      </p>
    </>
  )
}

/** How what the texts of measures gave those who carry them out goes with what became of the measures. */
export function ImplementabilityPage(props: Props) {
  const { frame, outcomes } = props
  const { assessed } = outcomes.all
  const t = wordsIn(frame.locale)
  const empty = outcomes.byScore.every(({ counts }) => Object.values(counts).every((count) => count === 0))
  return (
    <Page frame={frame} title={t('implementability.heading')}>
      <h1>{t('implementability.heading')}</h1>
      {empty ? null : <Lead {...props} />}
      <p class="banner">{t('implementability.caution', { assessed, few: assessed < FEW ? 'yes' : 'no' })}</p>
      <Filters {...props} />
      {empty ? (
        <Empty>{t('implementability.empty')}</Empty>
      ) : (
        <>
          <section id="by-score">
            <h2>{t('implementability.bars_heading')}</h2>
            <OutcomeBars rows={outcomes.byScore} />
          </section>
          <section id="by-point">
            <h2>{t('implementability.pairs_heading')}</h2>
            <PointPairs rows={outcomes.byPoint} />
          </section>
        </>
      )}
      <p class="hint">
        {t.rich('implementability.how', {
          a: (words) => <Go href={`${paths.method}#implementability`}>{words}</Go>,
          score: (words) => <Go href={`${paths.method}#progress`}>{words}</Go>,
        })}
      </p>
      <p class="links">
        <a href={csvOf(frame.address)}>{t('ui.csv')}</a>
      </p>
    </Page>
  )
}
