import type { Actor, Recorded, Withdrawn } from '../../src/ledger/entry'
import { paths } from '../../src/paths'
import { Go } from './asked'
import { InstantDay, InstantText } from './day'
import { nameOf, type Names } from './names'
import { Told } from './told'
import { CAPACITY_WORDS } from './record-kinds'
import { useT, type Words } from './words'

/** In what capacity somebody acted, and for which party. */
export function actorWords(t: Words, { capacity, party }: Actor, names: Names): string {
  const words = t(CAPACITY_WORDS[capacity])
  return party === null ? words : t('ui.actor_for', { capacity: words, party: nameOf(names, party) })
}

/** Says that a thing was withdrawn, when, by whom and why; it stays readable below. */
export function WithdrawnBanner({ withdrawn, names }: { withdrawn: Withdrawn; names: Names }) {
  const t = useT()
  const { at, actor, reason, entry } = withdrawn
  return (
    <div class="banner withdrawn-banner">
      <p>
        {t.rich('ui.withdrawn', { at: <InstantText at={at} />, capacity: actorWords(t, actor, names) })}{' '}
        {t.rich('ui.withdrawn_entry', {
          entry,
          a: (words) => <Go href={paths.ledgerEntry(entry)}>{words}</Go>,
        })}
      </p>
      {reason ? <Told text={t('ui.withdrawn_reason', { reason })} /> : <p>{t('ui.withdrawn_no_reason')}</p>}
    </div>
  )
}

/** The entry and day of a thing of the record, small, under it; the entry has the instant. */
export function RecordedLine({ thing }: { thing: Pick<Recorded, 'entry' | 'recordedAt' | 'enteredAt'> }) {
  const t = useT()
  return (
    <span class="recorded">
      {t.rich(thing.recordedAt === thing.enteredAt ? 'ui.recorded' : 'ui.recorded_imported', {
        entry: thing.entry,
        at: <InstantDay at={thing.recordedAt} />,
        imported: <InstantDay at={thing.enteredAt} />,
        a: (words) => <Go href={paths.ledgerEntry(thing.entry)}>{words}</Go>,
      })}
    </span>
  )
}
