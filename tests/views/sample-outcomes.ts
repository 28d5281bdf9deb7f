import { IMPLEMENTABILITY_POINTS } from '../../src/measures/implementability'
import { outcomesOf } from '../../src/standing/outcomes'
import { fence, hotline, liaison, patrols, soil, visits } from './sample-measures'

const judged = (line: typeof fence, points: number) => ({
  met: IMPLEMENTABILITY_POINTS.slice(0, points),
  scored: {
    standing: line.standing,
    weight: 1,
    obligation: line.measure.obligation,
    parties: ['iran', 'pakistan'],
  },
})

/** One implemented, one never assessed; nothing with more than four points. */
export const outcomes = outcomesOf([
  judged(hotline, 0),
  judged(fence, 4),
  judged(patrols, 1),
  judged(liaison, 1),
  judged(soil, 1),
  judged(visits, 4),
])
