import type { Assessment, Verdict } from './aim'

const assessorKey = ({ by }: Assessment): string => JSON.stringify([by?.name ?? '', by?.organisation ?? ''])

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byLateness = (a: Assessment, b: Assessment): number =>
  compareText(a.asOf, b.asOf) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id)

/** The latest standing assessment of each assessor, the latest first; those withdrawn are as if they had never been. */
export function liveAssessments(assessments: readonly Assessment[]): Assessment[] {
  const live = new Map<string, Assessment>()
  for (const one of assessments.filter(({ withdrawn }) => !withdrawn).toSorted(byLateness))
    live.set(assessorKey(one), one)
  return [...live.values()].sort((a, b) => byLateness(b, a))
}

/** The verdicts that assessors now give, the latest first and each once; more than one where they differ. */
export const liveVerdicts = (assessments: readonly Assessment[]): Verdict[] => [
  ...new Set(liveAssessments(assessments).map(({ verdict }) => verdict)),
]
