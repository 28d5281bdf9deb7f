import type { Child } from 'hono/jsx'
import { dayOf, lastInstantOf, type Day } from '../../src/lib/dates'
import { DayText, InstantText } from '../ui/day'
import { useT } from '../ui/words'
import { AsOfForm, ASKED } from './as-of-form'
import { compareFrom, CURSORS, pathOf, permanentOf, withoutParameters, withParameter } from './elsewhere'
import type { Frame } from './frame'

/** A day that a reader of this page may want to see it on. */
export interface Preset {
  label: string
  asOf: Day
}

interface Props {
  frame: Frame
  /** Whether the page depends on knowledge alone, and not on a day. */
  known: boolean
  presets: readonly Preset[]
  /** Where two days of what the page shows are compared. */
  compare: string
}

const b = (words: Child[]) => <b>{words}</b>

/** A whole day where all of it is meant. */
function Knowledge({ at }: { at: string }) {
  const day = dayOf(at)
  return at === lastInstantOf(day) ? <DayText day={day} /> : <InstantText at={at} />
}

function Shown({ frame, known }: Props) {
  const t = useT()
  const { asOf, knownAt } = frame
  const day = <DayText day={asOf ?? frame.today} />
  const at = knownAt === null ? null : <Knowledge at={knownAt} />
  const whole = knownAt !== null && knownAt === lastInstantOf(dayOf(knownAt))
  if (!known) {
    if (at === null) return <>{t.rich('layout.as_of', { asOf: day, b })}</>
    const words = whole ? 'layout.as_of_known' : 'layout.as_of_known_instant'
    return <>{t.rich(words, { asOf: day, knownAt: at, b })}</>
  }
  return (
    <>
      {at === null
        ? t('layout.known_now')
        : t.rich(whole ? 'layout.known' : 'layout.known_instant', { knownAt: at, b })}{' '}
      {asOf === null ? null : t.rich('layout.links_as_of', { asOf: day, b })}
    </>
  )
}

function Past(props: Props) {
  const t = useT()
  const { address, asOf, knownAt } = props.frame
  return (
    <>
      <p>
        <Shown {...props} />
      </p>
      <p class="links">
        {knownAt === null || asOf === null ? null : (
          <a href={withoutParameters(address, 'known_at', ...CURSORS)}>{t('layout.known_all')}</a>
        )}
        <a href={withoutParameters(address, ...ASKED, ...CURSORS)}>{t('layout.back_to_today')}</a>
      </p>
    </>
  )
}

function Presets({ frame, presets }: Props) {
  const t = useT()
  const offered = [
    ...presets,
    { label: t('layout.preset_year_ago'), asOf: frame.yearAgo },
    { label: t('layout.preset_last_year'), asOf: frame.lastYearEnd },
  ].filter(({ asOf }) => asOf <= frame.today)
  const address = withoutParameters(frame.address, ...CURSORS)
  return (
    <p class="links">
      {offered.map(({ label, asOf }) => (
        <a href={withParameter(address, 'as_of', asOf)}>
          {t.rich('layout.preset', { label, day: <DayText day={asOf} /> })}
        </a>
      ))}
    </p>
  )
}

function Choose(props: Props) {
  const t = useT()
  const { frame, known, compare } = props
  const permanent = permanentOf(frame)
  return (
    <details>
      <summary>{t(known ? 'layout.known_change' : 'layout.as_of_change')}</summary>
      <AsOfForm
        address={frame.address}
        today={frame.today}
        asOf={frame.asOf ?? frame.today}
        knownAt={frame.knownAt === null ? '' : dayOf(frame.knownAt)}
        known={known}
      />
      {known ? null : <Presets {...props} />}
      {pathOf(frame.address) === compare ? null : (
        <p class="links">
          <a href={compareFrom(frame, compare)}>{t('compare.link')}</a>
        </p>
      )}
      {permanent === null ? null : (
        <p>
          <a href={permanent}>{t('layout.permanent')}</a> <small>{t('layout.permanent_hint')}</small>
        </p>
      )}
    </details>
  )
}

/** Says which day and which knowledge the page speaks of, and lets the reader choose others. */
export function AsOf(props: Props) {
  const t = useT()
  const { frame, known } = props
  const past = frame.asOf !== null || frame.knownAt !== null
  return (
    <section class={past ? 'as-of past' : 'as-of'} aria-label={t('layout.as_of_label')}>
      <div class="wrap">
        {past ? (
          <Past {...props} />
        ) : (
          <p>
            {known
              ? t('layout.known_now')
              : t.rich('layout.as_of_today', { day: <DayText day={frame.today} /> })}
          </p>
        )}
        <Choose {...props} />
      </div>
    </section>
  )
}
