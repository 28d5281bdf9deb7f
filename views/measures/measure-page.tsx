import type { MeasureWording } from '../../src/measures/measure'
import { sinceOn } from '../../src/standing/disagreement'
import { paths } from '../../src/paths'
import { PositionLine } from '../charts/position-line'
import { StatusStrip } from '../charts/status-strip'
import { TrackChart } from '../charts/track-chart'
import type { PositionHistory } from '../charts/track-words'
import type { Citation } from '../../src/cite/citation'
import { EmbedCode } from '../embed/embed-code'
import { Cite } from '../cite/cite'
import type { FeedLink } from '../layout/frame'
import { Page } from '../layout/page'
import { shownDay } from '../ui/asked'
import { Disagreement } from '../ui/disagreement'
import type { ReportView } from '../ui/report-card'
import { Revisions, type Revision } from '../ui/revisions'
import { useT, wordsIn } from '../ui/words'
import { aboutMeasure } from './about-measure'
import { DeadlineLedger } from './deadline-ledger'
import { MeasureActions, MeasureHeading } from './measure-head'
import { Account, type AccountProps, Aside } from './measure-account'
import { PositionTable } from './position-table'
import { StandingFacts } from './standing-facts'

interface Props extends AccountProps {
  /** Those that count. */
  counting: readonly ReportView[]
  /** How what each said of it moved. */
  positions: PositionHistory
  /** Newest first. */
  revisions: readonly Revision<MeasureWording>[]
  feeds?: FeedLink[]
  cited?: Citation
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
        <h2 id="deadlines">{t('measures.deadlines_heading')}</h2>
        <DeadlineLedger deadlines={deadlines} standing={standing} names={names} mayWithdraw={may?.deadline} />
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
