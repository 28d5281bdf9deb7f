import type { MessageKey } from '../../src/messages/messages'
import { scoreFrom, type ScoreSums, type Weighed } from '../../src/standing/score'
import { numberWords, percentWords } from '../ui/amounts'
import { nameOf, type Names } from '../ui/names'
import { Table } from '../ui/table'
import { useT, type Words } from '../ui/words'
import { isCovered } from './score-methods'

interface Row {
  name: string
  formula: MessageKey
  /** The formula with its numbers in it; null where there is nothing to divide by. */
  numbers: string | null
  result: string
}

const weighed = (t: Words, { stages, weights }: Weighed): string | null =>
  weights === 0
    ? null
    : t('charts.working_weighed', { stages: numberWords(t, stages), weights: numberWords(t, weights) })

const part = (t: Words, some: number, whole: number): string | null =>
  whole === 0 ? null : t('charts.working_share', { some, whole })

/** A minus that is no hyphen. */
const signed = (t: Words, value: number): string => numberWords(t, value).replace('-', '−')

/** What may be said however little is covered. */
function rangeRows(t: Words, sums: ScoreSums): Row[] {
  const { coverage, low, high } = scoreFrom(sums)
  const row = (name: MessageKey, formula: MessageKey, numbers: string | null, value: number | null): Row => ({
    ...{ name: t(name), formula, numbers, result: percentWords(t, value) },
  })
  const covered = coverage === null ? null : 100 * coverage
  return [
    row('charts.working_coverage', 'charts.formula_coverage', part(t, sums.covered, sums.n), covered),
    row('charts.working_low', 'charts.formula_low', weighed(t, sums.low), low),
    row('charts.working_high', 'charts.formula_high', weighed(t, sums.high), high),
  ]
}

/** The scores that are a single number. */
function singleRows(t: Words, sums: ScoreSums, names: Names): Row[] {
  const score = scoreFrom(sums)
  const row = (name: string, formula: MessageKey, numbers: string | null, value: number | null): Row => ({
    ...{ name, formula, numbers, result: percentWords(t, value) },
  })
  const g20 =
    sums.assessed === 0
      ? null
      : t('charts.working_g20', { sum: signed(t, sums.g20), assessed: sums.assessed })
  const spread =
    sums.compared === 0 ? null : t('charts.working_spread', { spread: sums.spread, compared: sums.compared })
  const parties = Object.entries(score.byParty).map(([slug, value]) =>
    row(
      t('charts.score_party', { party: nameOf(names, slug) }),
      'charts.formula_party',
      weighed(t, sums.voices.get(slug) ?? { stages: 0, weights: 0 }),
      value,
    ),
  )
  return [
    row(t('charts.score_progress'), 'charts.formula_progress', weighed(t, sums.progress), score.progress),
    ...parties,
    row(t('charts.score_claimed'), 'charts.formula_claimed', part(t, sums.claimed, sums.n), score.claimed),
    row(t('charts.score_strict'), 'charts.formula_strict', part(t, sums.strict, sums.n), score.strict),
    row(t('charts.score_g20'), 'charts.formula_g20', g20, score.g20Percent),
    row(t('charts.working_disagreement'), 'charts.formula_disagreement', spread, score.disagreement),
  ]
}

/** Each formula with the numbers that were put in; under 60 % coverage only those of the range. */
export function ScoreWorking({ sums, names }: { sums: ScoreSums; names: Names }) {
  const t = useT()
  const covered = isCovered(scoreFrom(sums))
  const rows = [...rangeRows(t, sums), ...(covered ? singleRows(t, sums, names) : [])]
  return (
    <>
      <Table<Row>
        caption={t('charts.working_caption')}
        quiet
        class="table working"
        rows={rows}
        columns={[
          { head: t('charts.score_head'), names: true, cell: ({ name }) => name },
          { head: t('charts.working_formula'), cell: ({ formula }) => t(formula) },
          {
            head: t('charts.working_numbers'),
            cell: ({ numbers }) => <span dir="ltr">{numbers ?? t('charts.working_nothing')}</span>,
          },
          { head: t('charts.working_result'), figures: true, cell: ({ result }) => result },
        ]}
      />
      {covered ? null : <p class="hint">{t('charts.working_uncovered')}</p>}
    </>
  )
}
