import type { Assessment, Verdict } from '../../src/aims/aim'
import type { Day } from '../../src/lib/dates'
import { placeOf } from './strip-geometry'

export const LANES = ['advancing', 'unchanged', 'receding'] as const
/** Room for the lanes' names, and for half a mark at the other end, in percent. */
const GUTTER = 24
const MARGIN = 3
export const LANE = 40
export const TOP = 24

/** How far down a verdict is drawn; what is disputed lies between going up and going down. */
export const heightOf = (verdict: Verdict): number =>
  TOP + LANE * (verdict === 'disputed' ? 1 : LANES.indexOf(verdict))

export interface Mark {
  assessment: Assessment
  /** Percent of the width. */
  x: number
  y: number
}

/** Where a day lies, beside the lanes' names; mirrored where lines are read from the right. */
export function dayPlace(from: Day, to: Day, rightToLeft: boolean) {
  const place = placeOf(from, to, false)
  return (day: Day): number => {
    const at = GUTTER + (place(day) * (100 - GUTTER - MARGIN)) / 100
    return Math.round((rightToLeft ? 100 - at : at) * 100) / 100
  }
}

/** The marks of the assessments that stand, the earliest first, and the lines between those of one assessor. */
export function marksOf(assessments: readonly Assessment[], place: (day: Day) => number) {
  const marks = assessments
    .filter(({ withdrawn }) => !withdrawn)
    .map((assessment): Mark => ({
      assessment,
      x: place(assessment.asOf),
      y: heightOf(assessment.verdict),
    }))
    .sort((a, b) =>
      a.assessment.asOf < b.assessment.asOf ? -1 : a.assessment.asOf > b.assessment.asOf ? 1 : 0,
    )
  const courses = Map.groupBy(marks, ({ assessment: { by } }) =>
    JSON.stringify([by?.name ?? '', by?.organisation ?? '']),
  )
  const lines = [...courses.values()].flatMap((course) =>
    course.slice(1).flatMap((to, index) => {
      const from = course[index]
      return from ? [{ from, to }] : []
    }),
  )
  return { marks, lines }
}
