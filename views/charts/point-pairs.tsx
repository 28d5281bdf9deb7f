import { wilson } from '../../src/lib/wilson'
import type { Outcome, Outcomes } from '../../src/standing/outcomes'
import { percentWords } from '../ui/amounts'
import { POINT_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { directionOf, useT, type Words } from '../ui/words'

type Row = Outcomes['byPoint'][number]

const TALL = 34
const percent = (value: number): string => `${value}%`

const shareOf = ({ implemented, assessed }: Outcome): number | null =>
  assessed === 0 ? null : (100 * implemented) / assessed

/** Where a share from 0 to 100 lies, with a margin; mirrored where lines are read from the right. */
export const pairPlace = (rightToLeft: boolean) => (share: number) =>
  Math.round((2 + 0.96 * (rightToLeft ? 100 - share : share)) * 100) / 100

function Mark({ outcome, y, name }: { outcome: Outcome; y: number; name: 'having' | 'lacking' }) {
  const place = pairPlace(directionOf(useT().locale) === 'rtl')
  const share = shareOf(outcome)
  const interval = wilson(outcome.implemented, outcome.assessed)
  if (share === null || !interval) return null
  return (
    <g class={name}>
      <line x1={percent(place(100 * interval.low))} x2={percent(place(100 * interval.high))} y1={y} y2={y} />
      <circle cx={percent(place(share))} cy={y} r="5.5" />
    </g>
  )
}

function PairPicture({ row }: { row: Row }) {
  const t = useT()
  const place = pairPlace(directionOf(t.locale) === 'rtl')
  return (
    <svg role="img" width="100%" height={TALL}>
      <title>
        {t('implementability.pair_title', {
          having: percentWords(t, shareOf(row.having)),
          lacking: percentWords(t, shareOf(row.lacking)),
        })}
      </title>
      <desc>{t('implementability.pair_desc')}</desc>
      <g class="axis">
        {[0, 50, 100].map((share) => (
          <line x1={percent(place(share))} x2={percent(place(share))} y1="0" y2={TALL} />
        ))}
      </g>
      <Mark outcome={row.having} y={10} name="having" />
      <Mark outcome={row.lacking} y={24} name="lacking" />
    </svg>
  )
}

function doneWords(t: Words, { n, implemented, assessed, unassessed }: Outcome) {
  if (n === 0) return t('implementability.row_none')
  return (
    <>
      {assessed === 0
        ? t('implementability.none_assessed')
        : t('implementability.done_of', { implemented, assessed })}
      <small class="below">{t('implementability.unassessed', { unassessed })}</small>
    </>
  )
}

const Sample = ({ name }: { name: 'having' | 'lacking' }) => (
  <svg class={`line-sample ${name}`} viewBox="0 0 26 12" aria-hidden="true">
    <line x1="0" x2="26" y1="6" y2="6" />
    <circle cx="13" cy="6" r="4.5" />
  </svg>
)

/** For each of the eight points, the share implemented of those assessed, with it and without it. */
export function PointPairs({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  return (
    <figure class="point-pairs">
      <figcaption>{t('implementability.pairs_caption')}</figcaption>
      <ul class="legend">
        <li>
          <Sample name="having" /> {t('implementability.legend_having')}
        </li>
        <li>
          <Sample name="lacking" /> {t('implementability.legend_lacking')}
        </li>
      </ul>
      <Table<Row>
        caption={t('implementability.pairs_table')}
        quiet
        rows={rows}
        class="table pairs"
        columns={[
          { head: t('implementability.head_point'), names: true, cell: ({ point }) => t(POINT_WORDS[point]) },
          { head: t('implementability.head_picture'), cell: (row) => <PairPicture row={row} /> },
          { head: t('implementability.head_having'), cell: ({ having }) => doneWords(t, having) },
          { head: t('implementability.head_lacking'), cell: ({ lacking }) => doneWords(t, lacking) },
        ]}
      />
    </figure>
  )
}
