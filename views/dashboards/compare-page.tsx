import type { Agreement } from '../../src/agreements/agreement'
import type { Difference, Flow, ScorePair, Tally } from '../../src/dashboards/compare'
import type { ReadBy } from '../../src/dashboards/two-days'
import type { Instant, Precisions } from '../../src/lib/dates'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import { FlowChart } from '../charts/flow-chart'
import { ScoreArrows } from '../charts/score-arrows'
import { csvOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { dayWords } from '../ui/day'
import { Empty } from '../ui/empty'
import { ErrorSummary } from '../ui/error-summary'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { useT, wordsIn } from '../ui/words'
import { CompareForm, DayLinks, ReadBySwitch } from './compare-form'
import { CompareList, type ReportBetween } from './compare-list'
import { CompareSentences } from './compare-sentences'

export interface CompareResult {
  tally: Tally
  flows: readonly Flow[]
  score: ScorePair
  /** One page of the measures of which there is something to tell. */
  items: readonly Difference[]
  total: number
  newer: string | null
  older: string | null
  /** Of the measures of this page, by the measure's id. */
  reports: ReadonlyMap<string, readonly ReportBetween[]>
  /** How exactly their due days are known. */
  dueKnown: ReadonlyMap<string, Precisions>
  themes: readonly string[]
  /** By which knowledge each day is shown; null for all there is. */
  known: { before: Instant | null; after: Instant | null }
}

export interface ComparePageProps {
  frame: Frame
  names: Names
  /** Null for all agreements. */
  agreement: Agreement | null
  /** As typed, where they cannot be read. */
  days: { from: string; to: string; by: ReadBy; early?: boolean }
  problems: readonly Problem[]
  chosen: { party: string; theme: string; label: string }
  result: CompareResult | null
}

function Result(props: ComparePageProps & { result: CompareResult }) {
  const t = useT()
  const { frame, names, agreement, days, result } = props
  const [from, to] = [dayWords(t, days.from), dayWords(t, days.to)]
  const { items, total, reports, dueKnown, newer, older } = result
  return (
    <>
      <CompareSentences {...result} from={from} to={to} by={days.by} early={days.early} />
      <ReadBySwitch frame={frame} by={days.by} />
      {result.tally.measures === 0 ? null : (
        <div class="grid two">
          <section>
            <h2>{t('compare.flows_heading')}</h2>
            <FlowChart flows={result.flows} from={from} to={to} />
          </section>
          <section>
            <h2>{t('compare.scores_heading')}</h2>
            <ScoreArrows score={result.score} />
          </section>
        </div>
      )}
      <section id="measures">
        <h2>{t('compare.list_heading', { count: total })}</h2>
        {total === 0 ? (
          <Empty heading={t('compare.nothing_heading')}>{t('compare.nothing', { from, to })}</Empty>
        ) : (
          <CompareList
            {...{ items, reports, dueKnown, names, from, to }}
            withAgreement={agreement === null}
          />
        )}
        <Pager newer={newer} older={older} />
        <p class="links">
          <a href={csvOf(frame.address)}>{t('ui.csv')}</a>
        </p>
      </section>
      <DayLinks frame={frame} agreement={agreement} days={days} known={result.known} />
    </>
  )
}

/** What changed between two days: in sentences, in pictures, and measure by measure. */
export function ComparePage(props: ComparePageProps) {
  const { frame, agreement, problems, result } = props
  const t = wordsIn(frame.locale)
  const title = agreement ? t('compare.title_of', { agreement: agreement.title }) : t('compare.title')
  return (
    <Page frame={frame} title={title} dated="known">
      {agreement ? (
        <p class="kicker">
          <Go href={paths.agreement(agreement.slug)}>
            <span dir="auto">{agreement.title}</span>
          </Go>
        </p>
      ) : null}
      <h1>{t('compare.title')}</h1>
      <ErrorSummary problems={problems} />
      <CompareForm {...props} />
      {result ? <Result {...props} result={result} /> : null}
    </Page>
  )
}
