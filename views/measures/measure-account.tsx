import type { Deadline } from '../../src/deadlines/deadline'
import type { Implementability } from '../../src/measures/implementability'
import type { Note } from '../../src/notes/note'
import type { Observation } from '../../src/observations/observation'
import type { Frame } from '../layout/frame'
import type { Names } from '../ui/names'
import { shownDay } from '../ui/asked'
import { NoteList } from '../ui/note-list'
import { useT } from '../ui/words'
import { Checklist } from './checklist'
import { DaysPassed, type DayPassedView } from './days-passed'
import { Lineage, type LineageStep } from './lineage'
import type { MayWithMeasure } from './measure-head'
import { History, type ReportsPage } from './measure-history'
import type { MeasureLine } from './measure-line'
import { MeasureWordingFacts } from './measure-wording'
import { Observed } from './observed'
import { paperDetails } from './paper-details'

export interface AccountProps {
  frame: Frame
  names: Names
  line: MeasureLine
  implementability: Implementability
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
  may?: MayWithMeasure
}

/** All that was said of it, by the kind of thing. */
export function Account(props: AccountProps) {
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

/** What it is and what was promised before and after. */
export function Aside({ names, line, implementability, deadlines, lineage }: AccountProps) {
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
