import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { percentWords } from '../ui/amounts'
import { Table } from '../ui/table'
import { directionOf, useT } from '../ui/words'

/** What share of measures was implemented so many years after their agreement (Kaplan-Meier). */
export interface SurvivalPoint {
  years: number
  /** 0 to 1. */
  share: number
  /** Measures still open and watched at that time. */
  atRisk: number
}

const TALL = 120

/** The curve in a box of 100 by `TALL`: flat until something is implemented, then up. */
export function survivalPath(points: readonly SurvivalPoint[], rightToLeft: boolean): string {
  const longest = max(points, ({ years }) => years) ?? 1
  const x = scaleLinear([0, longest || 1], rightToLeft ? [100, 0] : [0, 100])
  const y = scaleLinear([0, 1], [TALL - 1, 1])
  return (
    line<SurvivalPoint>()
      .x(({ years }) => x(years))
      .y(({ share }) => y(share))
      .curve(curveStepAfter)
      .digits(2)([...points]) ?? ''
  )
}

/** How long it takes until what was agreed is implemented. */
export function SurvivalChart({ points }: { points: readonly SurvivalPoint[] }) {
  const t = useT()
  const longest = Math.round(max(points, ({ years }) => years) ?? 0)
  if (points.length < 2) return null
  return (
    <figure class="survival">
      <figcaption>{t('charts.survival_title')}</figcaption>
      <svg role="img" width="100%" height={TALL} viewBox={`0 0 100 ${TALL}`} preserveAspectRatio="none">
        <title>{t('charts.survival_title')}</title>
        <desc>{t('charts.survival_desc')}</desc>
        <path class="base" d={`M0 1H100M0 ${TALL / 2}H100M0 ${TALL - 1}H100`} />
        <path class="curve" d={survivalPath(points, directionOf(t.locale) === 'rtl')} />
      </svg>
      <div class="ends">
        <span>{t('charts.years_mark', { years: 0 })}</span>
        <span>{t('charts.years_mark', { years: longest })}</span>
      </div>
      <details class="as-table">
        <summary>{t('ui.as_table')}</summary>
        <p class="hint">{t('charts.survival_desc')}</p>
        <Table<SurvivalPoint>
          caption={t('charts.survival_caption')}
          rows={points}
          columns={[
            {
              head: t('charts.survival_years'),
              names: true,
              cell: ({ years }) => Math.round(years * 10) / 10,
            },
            {
              head: t('charts.survival_share'),
              figures: true,
              cell: ({ share }) => percentWords(t, 100 * share),
            },
            { head: t('charts.survival_at_risk'), figures: true, cell: ({ atRisk }) => atRisk },
          ]}
        />
      </details>
    </figure>
  )
}
