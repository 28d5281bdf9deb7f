import { type ShareAfter, type Survival, yearDays } from '../../src/standing/promises'
import { percentWords } from '../ui/amounts'
import { Table } from '../ui/table'
import { directionOf, useT, type Words } from '../ui/words'
import { anchorOf } from './anchor'
import { sharePlace, survivalPaths, TALL, timePlace, topShare, WIDE, yearTicks } from './survival-geometry'

const TOP = 14
const percent = (value: number): string => `${value}%`

const shareWords = (t: Words, share: number): string => percentWords(t, 100 * share)

const bandWords = (t: Words, { band }: ShareAfter): string =>
  band === null
    ? t('pair.no_band')
    : t('pair.band', { low: Math.round(100 * band.low), high: Math.round(100 * band.high) })

function Shares({ top, rtl }: { top: number; rtl: boolean }) {
  const t = useT()
  return (
    <g class="axis">
      {[0, top / 2, top].map((share) => (
        <>
          <line x1="0" x2="100%" y1={TOP + sharePlace(share, top)} y2={TOP + sharePlace(share, top)} />
          {share === 0 ? null : (
            <text x={rtl ? '100%' : '0'} y={TOP + sharePlace(share, top) - 4}>
              {shareWords(t, share)}
            </text>
          )}
        </>
      ))}
    </g>
  )
}

function Years({
  survival,
  place,
  rtl,
}: {
  survival: Survival
  place: (time: number) => number
  rtl: boolean
}) {
  const t = useT()
  const bottom = TOP + TALL
  const last = survival.yearly.at(-1)?.years ?? 0
  return (
    <g class="axis">
      <text x={rtl ? '100%' : '0'} y={bottom + 37}>
        {t('pair.at_risk')}
      </text>
      {yearTicks(last).map((years) => {
        const at = place(years === 0 ? 0 : yearDays(years))
        const anchor = anchorOf(at, rtl)
        return (
          <>
            <line x1={percent(at)} x2={percent(at)} y1={bottom} y2={bottom + 4} />
            <text x={percent(at)} y={bottom + 18} text-anchor={anchor}>
              {t('pair.year', { years })}
            </text>
            <text class="figure" x={percent(at)} y={bottom + 53} text-anchor={anchor}>
              {survival.yearly[years]?.atRisk ?? 0}
            </text>
          </>
        )
      })}
    </g>
  )
}

function Curves({ survival, top, rtl }: { survival: Survival; top: number; rtl: boolean }) {
  const within = { longest: survival.longest, top, rtl }
  const { curve, band, ended } = survivalPaths(survival.estimates, within)
  const assessed = survivalPaths(survival.assessed, within)
  return (
    <svg x="0" y={TOP} width="100%" height={TALL} viewBox={`0 0 ${WIDE} ${TALL}`} preserveAspectRatio="none">
      {band === '' ? null : <path class="band" d={band} />}
      {survival.unassessed === 0 || survival.assessed.length === 0 ? null : (
        <path class="curve other" d={assessed.curve} />
      )}
      <path class="curve" d={curve} />
      <path class="ended" d={ended} />
    </svg>
  )
}

function Legend({ survival }: { survival: Survival }) {
  const t = useT()
  const sample = (name: string) => (
    <svg class="line-sample" viewBox="0 0 26 12" aria-hidden="true">
      {name === 'band' ? <rect class="band" width="26" height="12" /> : null}
      {name === 'ended' ? <path class="ended" d="M13 2v8" /> : null}
      {name === 'curve' || name === 'curve other' ? <path class={name} d="M0 6H26" /> : null}
    </svg>
  )
  return (
    <ul class="legend">
      <li>
        {sample('curve')} {t('pair.legend_all')}
      </li>
      {survival.unassessed === 0 ? null : (
        <li>
          {sample('curve other')} {t('pair.legend_assessed')}
        </li>
      )}
      {survival.implemented === 0 ? null : (
        <li>
          {sample('band')} {t('pair.legend_band')}
        </li>
      )}
      <li>
        {sample('ended')} {t('pair.legend_ended')}
      </li>
    </ul>
  )
}

function Yearly({ survival }: { survival: Survival }) {
  const t = useT()
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<ShareAfter>
        caption={t('pair.yearly_caption')}
        rows={survival.yearly}
        columns={[
          { head: t('pair.head_years'), names: true, cell: ({ years }) => years },
          { head: t('pair.head_share'), figures: true, cell: ({ share }) => shareWords(t, share) },
          { head: t('pair.head_band'), figures: true, cell: (row) => bandWords(t, row) },
          { head: t('pair.at_risk'), figures: true, cell: ({ atRisk }) => atRisk },
        ]}
      />
    </details>
  )
}

/** What share was implemented so many years after the agreement, with how many were still watched under the years. */
export function SurvivalChart({ survival }: { survival: Survival }) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const place = timePlace(survival.longest, rtl)
  const top = topShare(survival.estimates, survival.assessed)
  const last = survival.yearly.at(-1)
  return (
    <figure class="survival">
      <figcaption>{t('pair.survival_title')}</figcaption>
      <svg role="img" width="100%" height={TOP + TALL + 60}>
        <title>{t('pair.survival_title')}</title>
        <desc>
          {t('pair.survival_desc', {
            promises: survival.promises,
            share: shareWords(t, last?.share ?? 0),
            years: last?.years ?? 0,
          })}
        </desc>
        <Shares top={top} rtl={rtl} />
        <Curves survival={survival} top={top} rtl={rtl} />
        <Years survival={survival} place={place} rtl={rtl} />
      </svg>
      <Legend survival={survival} />
      <Yearly survival={survival} />
    </figure>
  )
}
