import type { Note } from '../../src/notes/note'
import type { Observation } from '../../src/observations/observation'
import type { Day } from '../../src/lib/dates'
import { Figures } from '../observations/figures'
import { Sessions } from '../observations/sessions'
import { Fold } from '../ui/fold'
import type { Names } from '../ui/names'
import { useT } from '../ui/words'
import type { MeasureLine } from './measure-line'
import { ObservationTable } from './observation-table'

interface Props {
  line: MeasureLine
  names: Names
  /** Oldest first; those withdrawn as well. */
  observations: readonly Observation[]
  notes: readonly Note[]
  /** The day shown. */
  to: Day
  mayWithdraw: boolean | undefined
}

/** As many as are read without a click. */
const FEW = 2

/** All that was entered, with where each comes from; one click away where the sentences and the picture say it shorter. */
function Entered(props: Pick<Props, 'observations' | 'names' | 'mayWithdraw'>) {
  const t = useT()
  const count = props.observations.length
  if (count <= FEW) return <ObservationTable {...props} />
  return (
    <Fold summary={t('measures.observations_all', { count })}>
      <ObservationTable {...props} />
    </Fold>
  )
}

/** What was counted or held, where the measure is one of which that can be said. */
export function Observed({ line, names, observations, notes, to, mayWithdraw }: Props) {
  const t = useT()
  const { measure, agreement, deadlines } = line
  const { concludedOn, concludedOnPrecision } = agreement
  const periodic = measure.obligation === 'periodic'
  const promised = periodic || measure.target?.quantity != null
  if (observations.length === 0 && !promised) return null
  const told = { measure, observations, deadlines, concludedOn, to }
  return (
    <section id="observations">
      <h2>{t(periodic ? 'observations.sessions_heading' : 'measures.observations_heading')}</h2>
      {periodic ? <Sessions {...told} {...{ concludedOnPrecision, notes }} /> : <Figures {...told} />}
      {observations.length === 0 ? null : (
        <Entered observations={observations} names={names} mayWithdraw={mayWithdraw} />
      )}
    </section>
  )
}
