import type { Agreement } from '../../src/agreements/agreement'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import { CountsBar } from '../charts/counts-bar'
import { SCORE_METHOD_WORDS, scoreWords, type ScoreMethod } from '../charts/score-methods'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { namesOf, type Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { useT } from '../ui/words'

/** An agreement as lists show it. */
export interface AgreementLine {
  agreement: Agreement
  score: Score
  /** How many of its measures need attention. */
  attention: number
  /** Whether it was concluded by the day shown. */
  concluded: boolean
}

interface Props {
  agreements: readonly AgreementLine[]
  names: Names
  method: ScoreMethod
}

function Title({ line, names }: { line: AgreementLine; names: Names }) {
  const t = useT()
  const { agreement } = line
  return (
    <>
      <Go href={paths.agreement(agreement.slug)}>
        <span dir="auto">{agreement.title}</span>
      </Go>
      <small class="facts">
        <span>{t(AGREEMENT_KIND_WORDS[agreement.kind])}</span>
        <span>{namesOf(t, names, agreement.parties)}</span>
      </small>
    </>
  )
}

/** Agreements as a table: when, how many measures, how they stand, the score by the method chosen. */
export function AgreementTable({ agreements, names, method }: Props) {
  const t = useT()
  return (
    <Table<AgreementLine>
      caption={t('agreements.table_caption')}
      quiet
      rows={agreements}
      class="table agreements"
      columns={[
        {
          head: t('agreements.head_title'),
          names: true,
          cell: (line) => <Title line={line} names={names} />,
        },
        {
          head: t('agreements.head_concluded'),
          cell: ({ agreement }) => (
            <DayText day={agreement.concludedOn} precision={agreement.concludedOnPrecision} />
          ),
        },
        { head: t('agreements.head_measures'), figures: true, cell: ({ score }) => score.n },
        {
          head: t('agreements.head_standing'),
          cell: ({ score, concluded }) =>
            concluded ? (
              <CountsBar counts={score.counts} mini />
            ) : (
              <small>{t('agreements.not_yet_heading')}</small>
            ),
        },
        {
          head: t(SCORE_METHOD_WORDS[method]),
          figures: true,
          cell: ({ score }) => scoreWords(t, score, method),
        },
        { head: t('agreements.head_attention'), figures: true, cell: ({ attention }) => attention },
      ]}
    />
  )
}
