import type { Agreement } from '../../src/agreements/agreement'
import type { Day } from '../../src/lib/dates'
import type { Score, Standing } from '../../src/standing/standing.types'
import { AgreementLead } from '../agreements/agreement-lead'
import { CountsBar } from '../charts/counts-bar'
import type { MeasureLine } from '../measures/measure-line'
import { Flags } from '../ui/flags'
import { LabelChip } from '../ui/label-chip'
import type { Names } from '../ui/names'
import { StandingSentence } from '../ui/standing-sentence'

interface AgreementProps {
  agreement: Agreement
  score: Score
  standings: readonly Standing[]
  day: Day
}

/** How much of an agreement is done, in words and as a bar. */
export const AgreementCard = (props: AgreementProps) => (
  <>
    <AgreementLead {...props} />
    {props.standings.length > 0 ? <CountsBar counts={props.score.counts} /> : null}
  </>
)

/** Where a measure stands and by whose word. */
export const MeasureCard = ({ line, names, day }: { line: MeasureLine; names: Names; day: Day }) => (
  <>
    <div class="now">
      <LabelChip label={line.standing.label} />
      <Flags standing={line.standing} day={day} />
    </div>
    <p>
      <StandingSentence
        standing={line.standing}
        parties={line.agreement.parties}
        owedBy={line.measure.owedBy}
        names={names}
        day={day}
        known={line.known}
      />
    </p>
  </>
)
