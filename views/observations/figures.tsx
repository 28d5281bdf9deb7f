import type { Day } from '../../src/lib/dates'
import type { Measure } from '../../src/measures/measure'
import { type Series, seriesOf } from '../../src/observations/figures'
import type { Observation } from '../../src/observations/observation'
import { statedPercent } from '../../src/observations/stated-percent'
import type { DeadlineStep } from '../charts/strip-geometry'
import { numberWords } from '../ui/amounts'
import { DayText } from '../ui/day'
import { useT } from '../ui/words'
import { FigureChart } from './figure-chart'
import { legsOf } from './figure-geometry'
import { amountWords, shareWords } from './figure-words'

export interface ObservedProps {
  measure: Measure
  observations: readonly Observation[]
  /** In the order in which they were decided, those withdrawn left out. */
  deadlines: readonly DeadlineStep[]
  concludedOn: Day
  /** The day shown. */
  to: Day
}

/** A picture of one figure says something only where there is something to set it against. */
const isDrawn = ({ points, whole }: Series): boolean => points.length > 1 || whole !== null

function Last({ series }: { series: Series }) {
  const t = useT()
  const last = series.points.at(-1)
  if (!last) return null
  const day = <DayText day={last.on} precision={last.precision} />
  const b = (words: unknown) => <b>{words}</b>
  if (series.percent)
    return <p>{t.rich('observations.last_stated', { percent: numberWords(t, last.value), day, b })}</p>
  const { whole } = series
  return (
    <p>
      {t.rich('observations.last', {
        amount: numberWords(t, last.value),
        unit: series.unit ?? 'none',
        day,
        b,
      })}{' '}
      {whole === null || whole.value <= 0
        ? null
        : t(whole.from === 'target' ? 'observations.share_target' : 'observations.share_total', {
            percent: shareWords(t, (100 * last.value) / whole.value),
            whole: amountWords(t, series, whole.value),
          })}
    </p>
  )
}

/** Every percentage that its own parts contradict, in a sentence. */
function Contradictions({ observations }: { observations: readonly Observation[] }) {
  const t = useT()
  return (
    <>
      {observations.map((one) => {
        const check = one.withdrawn === null ? statedPercent(one) : null
        if (check === null || check.fits) return null
        return (
          <p class="mismatch">
            {t.rich('observations.contradiction', {
              day: <DayText day={one.observedOn} precision={one.observedOnPrecision} />,
              stated: numberWords(t, check.stated),
              parts: shareWords(t, check.parts),
              figure: t('measures.figure_of', {
                quantity: numberWords(t, one.quantity ?? 0),
                total: numberWords(t, one.total ?? 0),
                unit: one.unit ?? '',
              }),
            })}
          </p>
        )
      })}
    </>
  )
}

/** How far a `quantity` measure has come by its figures, in sentences and as a line to what it is on the way to. */
export function Figures({ measure, observations, deadlines, concludedOn, to }: ObservedProps) {
  const t = useT()
  const all = seriesOf(observations, measure.target)
  const { target } = measure
  if (all.length === 0)
    return target?.quantity == null ? null : (
      <p>
        {t('observations.promised_only', {
          target: amountWords(t, { percent: false, unit: target.unit }, target.quantity),
        })}
      </p>
    )
  return (
    <>
      {all.map((series) => (
        <Last series={series} />
      ))}
      <Contradictions observations={observations} />
      {all.filter(isDrawn).map((series) => (
        <FigureChart {...{ series, deadlines, concludedOn, to }} title={measure.title} />
      ))}
      {all.length > 1 ? <p class="hint">{t('observations.apart')}</p> : null}
      {all.some((series) => legsOf(series).some(({ sure }) => !sure)) ? (
        <p class="hint">{t('observations.wholes')}</p>
      ) : null}
    </>
  )
}
