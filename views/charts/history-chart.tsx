import { area, stack, stackOrderNone } from 'd3-shape'
import type { Day } from '../../src/lib/dates'
import type { Label } from '../../src/standing/standing.types'
import { DayText, dayWords } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { Table } from '../ui/table'
import { directionOf, useT } from '../ui/words'
import { COUNTED } from './counts-bar'
import { placeOf } from './strip-geometry'

/** How many measures stood at each label from a day on. */
export interface CountsOn {
  on: Day
  counts: Record<Label, number>
}

const TALL = 120
const WIDE = 1000

/** The labels that occur, from the ground up: done lowest, so that it grows out of the line. */
const occurring = (history: readonly CountsOn[]): Label[] =>
  COUNTED.filter((label) => history.some(({ counts }) => counts[label] > 0))

/** The outline of each label's band, in a box of `WIDE` by `TALL`; steps, for a count holds until it changes. */
export function bandsOf(history: readonly CountsOn[], rightToLeft: boolean) {
  const first = history[0]
  const last = history.at(-1)
  if (!first || !last) return []
  const place = placeOf(first.on, last.on, rightToLeft)
  const most = Math.max(
    1,
    ...history.map(({ counts }) => COUNTED.reduce((sum, label) => sum + counts[label], 0)),
  )
  const tall = (count: number) => Math.round((TALL - (count * TALL) / most) * 100) / 100
  const steps = history.flatMap((point, index) => {
    const next = history[index + 1]
    return next ? [point, { on: next.on, counts: point.counts }] : [point]
  })
  const series = stack<CountsOn, Label>()
    .keys(occurring(history))
    .value(({ counts }, label) => counts[label])
    .order(stackOrderNone)(steps)
  return series.map((band) => ({
    label: band.key,
    path:
      area<(typeof band)[number]>()
        .x(({ data }) => (place(data.on) * WIDE) / 100)
        .y0(([low]) => tall(low))
        .y1(([, high]) => tall(high))(band) ?? '',
  }))
}

/** How standings moved over time, stacked by label. */
export function HistoryChart({ history }: { history: readonly CountsOn[] }) {
  const t = useT()
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return null
  const labels = occurring(history)
  return (
    <figure class="history-chart">
      <figcaption>{t('charts.history_title')}</figcaption>
      <svg role="img" width="100%" height={TALL} viewBox={`0 0 ${WIDE} ${TALL}`} preserveAspectRatio="none">
        <title>{t('charts.history_title')}</title>
        <desc>{t('charts.history_desc', { from: dayWords(t, first.on), to: dayWords(t, last.on) })}</desc>
        {bandsOf(history, directionOf(t.locale) === 'rtl').map(({ label, path }) => (
          <>
            <path class={`bar ${label}`} d={path} />
            {label === 'not_assessed' ? <path class="over" d={path} fill="url(#hatch)" /> : null}
          </>
        ))}
      </svg>
      <div class="ends">
        <DayText day={first.on} precision="month" />
        <DayText day={last.on} precision="month" />
      </div>
      <details class="as-table">
        <summary>{t('ui.as_table')}</summary>
        <Table<CountsOn>
          caption={t('charts.history_caption')}
          rows={history}
          columns={[
            { head: t('charts.history_day'), names: true, cell: ({ on }) => <DayText day={on} /> },
            ...labels.map((label) => ({
              head: t(LABEL_WORDS[label]),
              figures: true,
              cell: ({ counts }: CountsOn) => counts[label],
            })),
          ]}
        />
      </details>
      <ul class="legend">
        {labels.map((label) => (
          <li>
            <LabelMark label={label} />
            {t(LABEL_WORDS[label])}
          </li>
        ))}
      </ul>
    </figure>
  )
}
