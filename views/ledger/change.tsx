import type { Entry } from '../../src/ledger/entry'
import { dayOf } from '../../src/lib/dates'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { DayText, InstantText } from '../ui/day'
import { type Names } from '../ui/names'
import { useT } from '../ui/words'
import { type Change, changeWords } from './change-words'
import { actorWords } from '../ui/withdrawn'

/** An older instant than its entry's came with an import, and is said. */
const recordedKey = ({ recordedAt, enteredAt }: Entry): MessageKey | null =>
  recordedAt === enteredAt ? null : 'ledger.recorded_before'

interface RowProps {
  change: Change
  names: Names
  withAgreement?: boolean
  /** Only the day under it, and its agreement where the list is of several: for a glance. */
  brief?: 'of one' | 'of several'
}

function Brief({ change: { entry, agreement, measure }, brief }: RowProps) {
  return (
    <small class="facts">
      <DayText day={dayOf(entry.enteredAt)} />
      {brief === 'of several' && agreement && measure ? (
        <span>
          <bdi>{agreement.title}</bdi>
        </span>
      ) : null}
    </small>
  )
}

function Circumstances({ change: { entry, agreement, measure }, names, withAgreement }: RowProps) {
  const t = useT()
  const before = recordedKey(entry)
  return (
    <small class="facts">
      <InstantText at={entry.enteredAt} />
      <span>
        {t('ledger.by', {
          actor: entry.kind === 'day_passed' ? t('days.by') : actorWords(t, entry.actor, names),
        })}
      </span>
      {withAgreement && agreement && measure ? (
        <span>
          <bdi>{agreement.title}</bdi>
        </span>
      ) : null}
      {before ? <span>{t.rich(before, { at: <InstantText at={entry.recordedAt} /> })}</span> : null}
    </small>
  )
}

/** A change of the record as one sentence, with its number, instant and who made it. */
export function ChangeRow(props: RowProps) {
  const t = useT()
  const { change, names, brief } = props
  const { entry } = change
  return (
    <li class="change" id={`entry-${entry.n}`}>
      <Go href={paths.ledgerEntry(entry.n)} class="n" label={t('ledger.entry', { n: entry.n })}>
        {entry.n}
      </Go>
      <div>
        <p>{changeWords(t, change, names)}</p>
        {brief ? <Brief {...props} /> : <Circumstances {...props} />}
      </div>
    </li>
  )
}
