import type { Actor } from '../../src/ledger/entry'
import type { Instant } from '../../src/lib/dates'
import { Go } from './asked'
import { InstantText } from './day'
import type { Names } from './names'
import { Told } from './told'
import { actorWords } from './withdrawn'
import { useT } from './words'

/** A change of a wording: what it said before and from then on, who changed it, when and why. */
export interface Revision<Wording> {
  entry: number
  recordedAt: Instant
  enteredAt: Instant
  actor: Actor
  reason: string | null
  before: Wording
  after: Wording
}

interface Props {
  /** Newest first. */
  revisions: readonly Pick<Revision<unknown>, 'entry' | 'recordedAt' | 'actor' | 'reason'>[]
  /** Where they stand side by side. */
  address: string
  names: Names
}

const MOST = 5

/** That a text was revised, when, by whom and why; what it said before and after has a page of its own. */
export function Revisions({ revisions, address, names }: Props) {
  const t = useT()
  if (revisions.length === 0) return null
  return (
    <section id="revisions">
      <h2>{t('revisions.heading')}</h2>
      <p>
        {t.rich('revisions.note', {
          count: revisions.length,
          a: (words) => <Go href={address}>{words}</Go>,
        })}
      </p>
      <ul class="plain">
        {revisions.slice(0, MOST).map(({ entry, recordedAt, actor, reason }) => (
          <li class="revision">
            <Go href={`${address}#entry-${entry}`}>
              {t.rich('revisions.row', { at: <InstantText at={recordedAt} /> })}
            </Go>{' '}
            <small>{t('ledger.by', { actor: actorWords(t, actor, names) })}</small>
            {reason ? <Told text={reason} /> : <p class="unknown">{t('revisions.no_reason')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
