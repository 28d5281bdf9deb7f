import type { Child } from 'hono/jsx'
import type { Instant } from '../../src/lib/dates'
import { Go } from './asked'
import { paths } from '../../src/paths'
import { InstantText } from './day'
import { useT } from './words'

/** An older wording: when it entered, and why the next one replaced it. */
export interface Revision<Wording> {
  entry: number
  recordedAt: Instant
  /** Why it was replaced. */
  reason: string | null
  wording: Wording
}

interface Props<Wording> {
  /** Newest first; the wording now is not among them. */
  revisions: readonly Revision<Wording>[]
  show: (wording: Wording) => Child
}

/** What a text said before it was revised, each wording readable in full. */
export function Revisions<Wording>({ revisions, show }: Props<Wording>) {
  const t = useT()
  if (revisions.length === 0) return null
  return (
    <section id="revisions">
      <h2>{t('ui.revised_heading')}</h2>
      <p>{t('ui.revised_note', { count: revisions.length })}</p>
      {revisions.map(({ entry, recordedAt, reason, wording }) => (
        <details>
          <summary>
            <span>{t.rich('ui.revised_row', { at: <InstantText at={recordedAt} /> })}</span>
          </summary>
          <p>
            {reason ? t('ui.revised_reason', { reason }) : t('ui.revised_no_reason')}{' '}
            {t.rich('ui.withdrawn_entry', {
              entry,
              a: (words) => <Go href={paths.ledgerEntry(entry)}>{words}</Go>,
            })}
          </p>
          {show(wording)}
        </details>
      ))}
    </section>
  )
}
