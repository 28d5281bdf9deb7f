import type { ObservationWording } from './observation'

/** A percentage beside what its own parts give. */
export interface StatedPercent {
  stated: number
  /** Unrounded. */
  parts: number
  fits: boolean
}

type Figure = Pick<ObservationWording, 'quantity' | 'total' | 'percentStated'>

/** What the parts of a figure give in percent, unrounded; null where a part is missing or nothing is the whole. */
export const partsPercent = ({ quantity, total }: Figure): number | null =>
  quantity === null || total === null || total <= 0 ? null : (100 * quantity) / total

/** How many digits a number has behind the point, as it was entered; 70.30 was entered as 70.3. */
function decimalsOf(value: number): number {
  const [, fraction = '', exponent = '0'] = /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return Math.max(0, fraction.length - Number(exponent))
}

// The sum of two figures near 100 is off by less than this.
const SLACK = 1e-9

/**
 * Whether a stated percentage is what its own parts give, to its own last digit: rounded to the nearest, or cut off
 * there, as papers also do. Null where the source gives no percentage or not both parts.
 */
export function statedPercent(figure: Figure): StatedPercent | null {
  const parts = partsPercent(figure)
  const stated = figure.percentStated
  if (parts === null || stated === null) return null
  const lastDigit = 10 ** -decimalsOf(stated)
  const rest = parts - stated
  return { stated, parts, fits: rest >= -lastDigit / 2 - SLACK && rest < lastDigit + SLACK }
}
