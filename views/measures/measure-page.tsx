import type { Deadline } from '../../src/deadlines/deadline'
import type { Implementability } from '../../src/measures/implementability'
import type { MeasureWording } from '../../src/measures/measure'
import type { Note } from '../../src/notes/note'
import type { Observation } from '../../src/observations/observation'
import { sinceOn } from '../../src/standing/disagreement'
import { paths } from '../../src/paths'
import { PositionLine } from '../charts/position-line'
import { StatusStrip } from '../charts/status-strip'
import { TrackChart } from '../charts/track-chart'
import type { PositionHistory } from '../charts/track-words'
import type { Citation } from '../../src/cite/citation'
import { EmbedCode } from '../embed/embed-code'
import { Cite } from '../cite/cite'
import type { FeedLink, Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { shownDay } from '../ui/asked'
import { Disagreement } from '../ui/disagreement'
import type { Names } from '../ui/names'
import { NoteList } from '../ui/note-list'
import type { ReportView } from '../ui/report-card'
import { Revisions, type Revision } from '../ui/revisions'
import { useT, wordsIn } from '../ui/words'
import { aboutMeasure } from './about-measure'
import { Checklist } from './checklist'
import { DaysPassed, type DayPassedView } from './days-passed'
import { DeadlineLedger } from './deadline-ledger'
import { Lineage, type LineageStep } from './lineage'
import { MeasureActions, MeasureHeading, type MayWithMeasure } from './measure-head'
import type { MeasureLine } from './measure-line'
import { History, type ReportsPage } from './measure-history'
import { MeasureWordingFacts } from './measure-wording'
import { Observed } from './observed'
import { paperDetails } from './paper-details'
import { PositionTable } from './position-table'
import { StandingFacts } from './standing-facts'

interface Props {
  frame: Frame
  names: Names
  line: MeasureLine
  implementability: Implementability
  /** Those that count. */
  counting: readonly ReportView[]
  /** How what each said of it moved. */
  positions: PositionHistory
  /** One page of all, newest entry first; those corrected and withdrawn as well. */
  reports: ReportsPage
  /** All, in the order in which they were decided, those withdrawn as well. */
  deadlines: readonly Deadline[]
  /** Oldest first, this measure among them. */
  lineage: readonly LineageStep[]
  observations: readonly Observation[]
  notes: readonly Note[]
  /** What days brought, newest first. */
  daysPassed?: readonly DayPassedView[]
  /** Newest first. */
  revisions: readonly Revision<MeasureWording>[]
  feeds?: FeedLink[]
  cited?: Citation
  may?: MayWithMeasure
}

function Pictures({ frame, names, line, counting, deadlines, may }: Props) {
  const t = useT()
  const { agreement, measure, standing } = line
  const { owedBy } = measure
  const said = { standing, names, owedBy, known: line.known }
  return (
    <div class="grid two">
      <section>
        <h2>{t('measures.position_heading')}</h2>
        <PositionTable {...said} parties={agreement.parties} reports={counting} />
        <PositionLine {...said} title={measure.title} reports={counting.map(({ report }) => report)} />
        <Disagreement {...said} since={sinceOn(line.runs, shownDay(frame))} />
      </section>
      <section>
        <h2>{t('measures.over_time')}</h2>
        <StatusStrip
          title={measure.title}
          runs={line.runs}
          measure={measure}
          deadlines={line.deadlines}
          from={agreement.concludedOn}
          to={shownDay(frame)}
          known={line.known.said}
        />
        <StandingFacts standing={standing} known={line.known} />
        <h2 id="deadlines">{t('measures.deadlines_heading')}</h2>
        <DeadlineLedger deadlines={deadlines} standing={standing} names={names} mayWithdraw={may?.deadline} />
      </section>
    </div>
  )
}

/** How what each said of it moved, from day to day; of no use where nobody said anything. */
function Positions({ frame, names, line, positions }: Props) {
  const t = useT()
  if (positions.said.length + positions.looked.length === 0) return null
  return (
    <section id="positions">
      <h2>{t('tracks.heading')}</h2>
      <TrackChart
        title={line.measure.title}
        history={positions}
        runs={line.runs}
        measure={line.measure}
        deadlines={line.deadlines}
        concludedOn={line.agreement.concludedOn}
        to={shownDay(frame)}
        names={names}
        known={line.known.said}
      />
    </section>
  )
}

/** All that was said of it, by the kind of thing. */
function Account(props: Props) {
  const t = useT()
  const { frame, line, names, reports, observations, notes, may } = props
  return (
    <div class="account">
      <section id="history">
        <h2>{t('measures.history_heading')}</h2>
        <History reports={reports} names={names} />
      </section>
      <Observed
        {...{ line, names, observations, notes }}
        to={shownDay(frame)}
        mayWithdraw={may?.observation}
      />
      {notes.length === 0 ? null : (
        <section id="notes">
          <h2>{t('measures.notes_heading')}</h2>
          <NoteList notes={notes} names={names} mayWithdraw={may?.note} />
        </section>
      )}
      <DaysPassed passed={props.daysPassed ?? []} />
    </div>
  )
}

function Aside({ names, line, implementability, deadlines, lineage }: Props) {
  const t = useT()
  return (
    <div class="aside">
      {lineage.length > 1 ? (
        <section id="lineage">
          <h2>{t('measures.lineage_heading')}</h2>
          <Lineage steps={lineage} />
        </section>
      ) : null}
      <section id="wording">
        <h2>{t('measures.wording_heading')}</h2>
        <MeasureWordingFacts wording={line.measure} names={names} />
      </section>
      <section id="on-paper">
        <h2>{t('measures.paper_heading')}</h2>
        <Checklist
          implementability={implementability}
          details={paperDetails(t, line.measure, {
            names,
            deadlines,
            concludedOn: line.agreement.concludedOn,
          })}
        />
      </section>
    </div>
  )
}

/** One measure: where it stands and by whose word, its deadlines and its thread of promises, and all that was reported. */
export function MeasurePage(props: Props) {
  const { frame, names, line, revisions, feeds, may } = props
  return (
    <Page
      frame={frame}
      title={line.measure.title}
      {...(props.cited ? { about: aboutMeasure(props, props.cited) } : {})}
      compare={paths.compareAgreement(line.agreement.slug)}
      presets={[
        { label: wordsIn(frame.locale)('layout.preset_concluded'), asOf: line.agreement.concludedOn },
      ]}
      {...(feeds ? { feeds } : {})}
    >
      <MeasureHeading frame={frame} names={names} line={line} />
      <MeasureActions line={line} may={may} />
      <Pictures {...props} />
      <Positions {...props} />
      <div class="split">
        <Account {...props} />
        <Aside {...props} />
      </div>
      {props.cited ? <Cite citation={props.cited} /> : null}
      <EmbedCode
        frame={frame}
        page={paths.measure(line.agreement.slug, line.measure.code)}
        title={line.measure.title}
      />
      <Revisions
        revisions={revisions}
        address={paths.measureRevisions(line.agreement.slug, line.measure.code)}
        names={names}
      />
    </Page>
  )
}
