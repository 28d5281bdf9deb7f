import type { Precisions } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { DayOf } from '../ui/day'
import { CONDITION_WORDS, STAGE_WORDS } from '../ui/kinds'
import type { Names } from '../ui/names'
import { SOURCE_WORDS, speaksOfWords } from '../ui/source'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import type { Mark } from './positions'

interface Props {
  title: string
  marks: readonly Mark[]
  names: Names
  owedBy: readonly string[]
  known: Precisions | undefined
}

/** The line from 0 to 3 as a table. */
export function PositionsAsTable({ title, marks, names, owedBy, known }: Props) {
  const t = useT()
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<Mark>
        caption={t('charts.positions_caption', { title })}
        rows={marks}
        columns={[
          {
            head: t('charts.who'),
            names: true,
            cell: ({ who, party }) => {
              const speaksOf = speaksOfWords(t, names, party, owedBy)
              return (
                <>
                  {who}
                  {speaksOf ? <small class="below">{speaksOf}</small> : null}
                </>
              )
            },
          },
          {
            head: t('charts.stage'),
            cell: ({ stage, condition }) => (
              <>
                {t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })}
                {condition === 'active' ? null : (
                  <small class="below">
                    {t('ui.condition_is', { condition: t(CONDITION_WORDS[condition]) })}
                  </small>
                )}
              </>
            ),
          },
          {
            head: t('charts.how'),
            cell: ({ source }) => (source === null ? t('ui.not_said') : t(SOURCE_WORDS[source])),
          },
          {
            head: t('charts.as_of'),
            cell: ({ asOf, report }) => (
              <Go href={paths.report(report)}>
                <DayOf day={asOf} known={known} />
              </Go>
            ),
          },
        ]}
      />
    </details>
  )
}
