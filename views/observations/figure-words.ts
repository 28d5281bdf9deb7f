import type { Point, Series } from '../../src/observations/figures'
import { numberWords } from '../ui/amounts'
import { dayWords } from '../ui/day'
import type { Words } from '../ui/words'

/** To two digits behind the point, as many as a contradiction needs. */
export const shareWords = (t: Words, percent: number): string =>
  numberWords(t, Math.round(percent * 100) / 100)

export function amountWords(
  t: Words,
  { percent, unit }: Pick<Series, 'percent' | 'unit'>,
  amount: number,
): string {
  if (percent) return t('observations.percent', { percent: numberWords(t, amount) })
  return unit === null
    ? numberWords(t, amount)
    : t('observations.amount', { amount: numberWords(t, amount), unit })
}

/** What a picture is on the scale of. */
export function scaleWords(t: Words, series: Series): string {
  const { percent, unit, whole, points } = series
  if (percent) {
    const totals = new Set(points.map(({ total }) => total))
    const [total] = totals
    return totals.size > 1 || total == null
      ? t('observations.in_percent')
      : t('observations.in_percent_of', { whole: numberWords(t, total) })
  }
  if (unit === null) return t('observations.in_number')
  if (whole === null) return t('observations.in_unit', { unit })
  const values = { unit, whole: amountWords(t, series, whole.value) }
  return t(whole.from === 'target' ? 'observations.in_unit_target' : 'observations.in_unit_total', values)
}

export const pointWords = (t: Words, series: Series, { on, precision, value, check }: Point): string =>
  check && !check.fits
    ? t('observations.contradicts', {
        stated: numberWords(t, check.stated),
        parts: shareWords(t, check.parts),
      })
    : t('observations.point', { amount: amountWords(t, series, value), day: dayWords(t, on, precision) })
