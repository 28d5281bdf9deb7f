import type { Precisions } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { Slippage as Slip } from '../../src/standing/slippage'
import type { Standing } from '../../src/standing/standing.types'
import { SlippageDots } from '../charts/slippage-dots'
import { durationWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { DayOf } from '../ui/day'
import { Table } from '../ui/table'
import { useT, type Words } from '../ui/words'

/** A measure whose deadline was moved, as the list names it. */
interface MovedMeasure {
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
  standing: Standing
  days: number
  times: number
  /** How exactly its due days are known. */
  due: Precisions
}

export interface Moves {
  slippage: Slip<{ measure: { title: string } }>
  /** The furthest moved. */
  named: readonly MovedMeasure[]
}

const slipWords = (t: Words, days: number): string =>
  days === 0
    ? t('pair.slip_same')
    : t(days > 0 ? 'pair.slip_later' : 'pair.slip_sooner', { duration: durationWords(t, Math.abs(days)) })

function sentencesOf(t: Words, { dated, moved, dayless, median, times }: Moves['slippage']): string {
  const longest = moved[0]
  return [
    t('pair.slip_lead', { dated, moved: moved.length + dayless.length, times }),
    median === null || !longest
      ? ''
      : moved.length === 1
        ? t('pair.slip_one', { longest: slipWords(t, longest.days), title: longest.measure.title })
        : t('pair.slip_median', {
            median: slipWords(t, median),
            longest: slipWords(t, longest.days),
            title: longest.measure.title,
            times: longest.times,
          }),
    dayless.length === 0 ? '' : t('pair.slip_dayless', { count: dayless.length }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function MovesTable({ slippage: { moved }, named }: Moves) {
  const t = useT()
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<MovedMeasure>
        caption={t('pair.slip_caption')}
        rows={named}
        columns={[
          {
            head: t('pair.head_measure'),
            names: true,
            cell: ({ agreement, measure }) => (
              <>
                <Go href={paths.measure(agreement.slug, measure.code)}>
                  <span dir="auto">{measure.title}</span>
                </Go>
                <small class="below">
                  <bdi>{agreement.title}</bdi>
                </small>
              </>
            ),
          },
          {
            head: t('pair.head_original'),
            cell: ({ standing, due }) =>
              standing.originalDueOn === null ? null : <DayOf day={standing.originalDueOn} known={due} />,
          },
          {
            head: t('pair.head_due'),
            cell: ({ standing, due }) =>
              standing.dueOn === null ? null : <DayOf day={standing.dueOn} known={due} />,
          },
          { head: t('pair.head_slip'), cell: ({ days }) => slipWords(t, days) },
          { head: t('pair.head_times'), figures: true, cell: ({ times }) => times },
        ]}
      />
      {moved.length > named.length ? (
        <p class="hint">{t('pair.slip_more', { shown: named.length })}</p>
      ) : null}
    </details>
  )
}

/** How far deadlines were moved: in words, as dots, and by measure. */
export function Slippage({ moves }: { moves: Moves }) {
  const t = useT()
  const { moved, median } = moves.slippage
  const words = sentencesOf(t, moves.slippage)
  return (
    <section id="slippage">
      <h2>{t('pair.slip_heading')}</h2>
      <p class="prose">{words}</p>
      {median === null ? null : (
        <figure>
          <SlippageDots days={moved.map(({ days }) => days)} median={median} desc={words} />
          <MovesTable {...moves} />
        </figure>
      )}
    </section>
  )
}
