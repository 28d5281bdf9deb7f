import type { Day } from '../lib/dates'
import type { Condition, Stage } from '../status-reports/status-report'
import type { Asked, ReportFact } from './facts'
import { hear, silence } from './positions'
import { visibleReports } from './standing'

/** What somebody's live position was from a day on, up to the next step. */
export interface Step {
  from: Day
  stage: Stage
  condition: Condition
  /** The report that took the position. */
  report: string
}

/** The live positions of one who speaks of a measure; of a party, or (null) of whoever gave the finding. */
export interface Track {
  party: string | null
  steps: Step[]
}

/** How the positions on a measure moved, from day to day. */
export interface Tracks {
  /** Those who owe the measure first, the finding last. */
  tracks: Track[]
  /** The last visible reports with a stage, oldest first. */
  said: ReportFact[]
  /** The findings without a stage among the last visible reports, oldest first. */
  looked: ReportFact[]
  /** The day of the first report shown, where there are earlier ones; a track's first step may lie before it. */
  from: Day | null
  /** How many visible reports are earlier. */
  earlier: number
}

/** So many reports make a picture that can still be read, and a page of bounded size. */
const MOST_SHOWN = 200

/** Rule 2 on every day up to the one asked for, so that each track ends at what is live then. */
export function tracksOf(
  reports: readonly ReportFact[],
  owedBy: readonly string[],
  { asOf, knownAt }: Asked,
  most = MOST_SHOWN,
): Tracks {
  const visible = visibleReports(reports, knownAt).filter((report) => report.asOf <= asOf)
  const shown = visible.slice(-most)
  const earlier = visible.length - shown.length
  const from = earlier > 0 ? (shown[0]?.asOf ?? null) : null
  return {
    tracks: tracksIn(visible, owedBy).map(({ party, steps }) => ({ party, steps: stepsSince(steps, from) })),
    said: shown.filter(({ stage }) => stage !== null),
    looked: shown.filter(({ stage }) => stage === null),
    from,
    earlier,
  }
}

function tracksIn(visible: readonly ReportFact[], owedBy: readonly string[]): Track[] {
  const live = silence()
  const steps = new Map<string | null, Step[]>()
  for (const report of visible) {
    hear(live, report)
    if (report.stage === null) continue
    const now = report.kind === 'claim' ? live.claims.get(report.party ?? '') : live.finding
    if (!now) continue
    const before = steps.get(report.party) ?? []
    steps.set(report.party, before)
    // Of several reports on a day the last one counts.
    if (before.at(-1)?.from === now.asOf) before.pop()
    before.push({ from: now.asOf, stage: now.stage, condition: now.condition, report: now.id })
  }
  const place = (party: string | null): number =>
    party === null ? Infinity : owedBy.includes(party) ? owedBy.indexOf(party) : owedBy.length
  return [...steps]
    .map(([party, steps]) => ({ party, steps }))
    .sort((a, b) => {
      const [one, other] = [place(a.party), place(b.party)]
      return one === other ? ((a.party ?? '') < (b.party ?? '') ? -1 : 1) : one - other
    })
}

/** The steps from a day on, with the one that holds on it. */
function stepsSince(steps: readonly Step[], from: Day | null): Step[] {
  const holding = from === null ? 0 : steps.findLastIndex((step) => step.from <= from)
  return steps.slice(Math.max(0, holding))
}

/** The first day of the last unbroken run of the stage and condition in which a track ends. */
export function heldSince({ steps }: Track): Day | null {
  const last = steps.at(-1)
  const other = steps.findLastIndex(
    ({ stage, condition }) => stage !== last?.stage || condition !== last.condition,
  )
  return steps[other + 1]?.from ?? null
}
