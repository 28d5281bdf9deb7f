import type { Deadline } from '../../src/deadlines/deadline'
import type { Day, Precision, Precisions } from '../../src/lib/dates'
import type { Measure } from '../../src/measures/measure'
import { paths } from '../../src/paths'
import type { DaysKnown, BareRun, Standing } from '../../src/standing/standing.types'
import type { StatusReport } from '../../src/status-reports/status-report'
import { StatusStrip, untilOf } from '../charts/status-strip'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { Flags } from '../ui/flags'
import { LabelChip } from '../ui/label-chip'
import { namesOf, type Names } from '../ui/names'
import { ReportHow } from '../ui/report-how'
import { StandingSentence } from '../ui/standing-sentence'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

/** The agreement of a measure, as far as a line of a list needs it. */
export interface MeasureAgreement {
  slug: string
  title: string
  concludedOn: Day
  concludedOnPrecision: Precision
  /** Slugs. */
  parties: string[]
}

/** A measure as lists show it. */
export interface MeasureLine {
  agreement: MeasureAgreement
  measure: Measure
  standing: Standing
  runs: BareRun[]
  /** Whether the runs are only the last of each month, of a measure that has very many. */
  byMonth?: boolean
  known: DaysKnown
  /** Those that stand, in the order in which they were decided. */
  deadlines: Deadline[]
  /** The last report that counts. */
  latest: StatusReport | null
  /** The later measure that promises it again. */
  repledgedIn: { agreement: string; code: string; concludedOn: Day } | null
}

interface RowProps {
  line: MeasureLine
  names: Names
  /** The day shown. */
  day: Day
  until: Day
  /** Names the agreement, where a list holds several. */
  withAgreement?: boolean | undefined
  /** Of the heading that names it; one deeper under a heading of its theme. */
  level?: 3 | 4 | undefined
}

function What({ line, names, day, withAgreement, level = 3 }: RowProps) {
  const t = useT()
  const Heading = `h${level}` as const
  const { agreement, measure, standing, latest } = line
  return (
    <div class="what">
      <Heading>
        <Go href={paths.measure(agreement.slug, measure.code)}>
          <span class="code">{measure.code}</span> <span dir="auto">{measure.title}</span>
        </Go>
      </Heading>
      <small class="facts">
        <span>{t('ui.owed_by', { parties: namesOf(t, names, measure.owedBy) })}</span>
        {withAgreement ? <Go href={paths.agreement(agreement.slug)}>{agreement.title}</Go> : null}
      </small>
      {latest?.summary ? (
        <>
          <ReportHow report={latest} owedBy={measure.owedBy} names={names} />
          <Told text={latest.summary} language={latest.language} class="latest" />
        </>
      ) : (
        <p class="latest">
          <StandingSentence
            standing={standing}
            parties={agreement.parties}
            owedBy={measure.owedBy}
            names={names}
            day={day}
            known={line.known}
            short
          />
        </p>
      )}
    </div>
  )
}

const monthsOf = (runs: readonly BareRun[]): Precisions =>
  Object.fromEntries(runs.map(({ fromOn }) => [fromOn, 'month']))

/** When and where a measure was promised again. */
export function RepledgedIn({ at }: { at: NonNullable<MeasureLine['repledgedIn']> }) {
  const t = useT()
  return (
    <small>
      {t.rich('measures.repledged', {
        day: <DayText day={at.concludedOn} precision="year" />,
        a: (words) => <Go href={paths.measure(at.agreement, at.code)}>{words}</Go>,
      })}
    </small>
  )
}

function Row(props: RowProps) {
  const { line, day, until } = props
  const { agreement, measure, standing, repledgedIn } = line
  return (
    <li class="measure-row">
      <What {...props} />
      <StatusStrip
        title={measure.title}
        runs={line.runs}
        measure={measure}
        deadlines={line.deadlines}
        from={agreement.concludedOn}
        to={day}
        until={until}
        known={line.byMonth ? monthsOf(line.runs) : line.known.said}
        bare
      />
      <div class="now">
        <LabelChip label={standing.label} />
        <Flags standing={standing} day={day} />
        {repledgedIn ? <RepledgedIn at={repledgedIn} /> : null}
      </div>
    </li>
  )
}

interface ListProps {
  lines: readonly MeasureLine[]
  names: Names
  day: Day
  withAgreement?: boolean
  /** Where their line of time ends; else at the last due day among them. */
  until?: Day
  level?: 3 | 4
}

/** Measures one under the other, their strips on one scale of time where they come from one agreement. */
export function MeasureList({ lines, names, day, withAgreement, level, ...given }: ListProps) {
  const until = given.until ?? lines.reduce((last, { deadlines }) => untilOf(last, deadlines), day)
  return (
    <ul class="measures">
      {lines.map((line) => (
        <Row
          line={line}
          names={names}
          day={day}
          until={withAgreement ? untilOf(day, line.deadlines) : until}
          withAgreement={withAgreement}
          level={level}
        />
      ))}
    </ul>
  )
}
