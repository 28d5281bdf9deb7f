import type { Child } from 'hono/jsx'
import { dayOf, lastInstantOf } from '../../src/lib/dates'
import { DayText, InstantText } from '../ui/day'
import { useT } from '../ui/words'
import { pathOf, queryWithout, withoutParameters } from './elsewhere'
import type { Frame } from './frame'

const ASKED = ['as_of', 'known_at']
/** A cursor of another day's list leads nowhere. */
const CURSORS = ['after', 'before', 'page']

function Chooser({ frame }: { frame: Frame }) {
  const t = useT()
  return (
    <form method="get" action={pathOf(frame.address)} class="as-of-form">
      {queryWithout(frame.address, ...ASKED, ...CURSORS).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="as-of">{t('layout.as_of_field')}</label>
        <p class="hint" id="as-of-hint">
          {t('layout.as_of_hint')}
        </p>
        <input
          type="date"
          id="as-of"
          name="as_of"
          value={frame.asOf ?? frame.today}
          max={frame.today}
          required
          aria-describedby="as-of-hint"
        />
      </div>
      <div class="field">
        <label for="known-at">{t('layout.known_at_field')}</label>
        <p class="hint" id="known-at-hint">
          {t('layout.known_at_hint')}
        </p>
        <input
          type="date"
          id="known-at"
          name="known_at"
          value={frame.knownAt === null ? '' : dayOf(frame.knownAt)}
          aria-describedby="known-at-hint"
        />
      </div>
      <button type="submit">{t('layout.as_of_submit')}</button>
    </form>
  )
}

function Shown({ frame }: { frame: Frame }) {
  const t = useT()
  const asOf = <DayText day={frame.asOf ?? frame.today} />
  const b = (words: Child[]) => <b>{words}</b>
  if (frame.knownAt === null) return <>{t.rich('layout.as_of', { asOf, b })}</>
  const day = dayOf(frame.knownAt)
  if (frame.knownAt === lastInstantOf(day))
    return <>{t.rich('layout.as_of_known', { asOf, knownAt: <DayText day={day} />, b })}</>
  return <>{t.rich('layout.as_of_known_instant', { asOf, knownAt: <InstantText at={frame.knownAt} />, b })}</>
}

/** Says which day the page speaks of, and lets the reader choose another. */
export function AsOf({ frame }: { frame: Frame }) {
  const t = useT()
  const past = frame.asOf !== null || frame.knownAt !== null
  return (
    <section class={past ? 'as-of past' : 'as-of'} aria-label={t('layout.as_of_label')}>
      <div class="wrap">
        {past ? (
          <p>
            <Shown frame={frame} />{' '}
            <a href={withoutParameters(frame.address, ...ASKED, ...CURSORS)}>{t('layout.back_to_today')}</a>
          </p>
        ) : (
          <p>{t.rich('layout.as_of_today', { day: <DayText day={frame.today} /> })}</p>
        )}
        <details>
          <summary>{t('layout.as_of_change')}</summary>
          <Chooser frame={frame} />
        </details>
      </div>
    </section>
  )
}
