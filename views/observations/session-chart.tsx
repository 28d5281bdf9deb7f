import type { Day } from '../../src/lib/dates'
import type { Gap, Rhythm, Session } from '../../src/observations/sessions'
import { DayAxis } from '../charts/day-axis'
import { placeOf } from '../charts/strip-geometry'
import { dayWords } from '../ui/day'
import { directionOf, useT } from '../ui/words'
import { footOf, hasRoom, HELD_DOWN, isNear, promisedDays, rowDown } from './session-geometry'

interface Props {
  title: string
  rhythm: Rhythm
  /** Every interval that was published, in months, each once. */
  intervals: readonly number[]
  concludedOn: Day
  /** The day shown. */
  to: Day
}

type Place = (day: Day) => number

function Between({ gap, open, place }: { gap: Gap; open: boolean; place: Place }) {
  const t = useT()
  const [start, end] = [place(gap.from), place(gap.to)]
  const days = { days: gap.days, from: dayWords(t, gap.from), to: dayWords(t, gap.to) }
  return (
    <g class={['between', ...(gap.late === null ? [] : ['late']), ...(open ? ['open'] : [])].join(' ')}>
      <title>
        {gap.late === null
          ? t('observations.gap', days)
          : t('observations.gap_late', { ...days, late: gap.late })}
      </title>
      <line x1={`${start}%`} x2={`${end}%`} y1={HELD_DOWN} y2={HELD_DOWN} />
      <svg x={`${(start + end) / 2}%`} y={HELD_DOWN} class="spot">
        {gap.late === null ? null : <path d="M0 7L5 15H-5z" />}
        {hasRoom(start, end) ? (
          <text
            class={isNear(start, end) ? 'near' : undefined}
            y={gap.late === null ? 18 : 29}
            text-anchor="middle"
          >
            {t('observations.gap_days', { days: gap.days })}
          </text>
        ) : null}
      </svg>
    </g>
  )
}

function Held({ session, place, numbered }: { session: Session; place: Place; numbered: boolean }) {
  const t = useT()
  const { on, precision, number } = session
  const day = dayWords(t, on, precision)
  return (
    <g class={precision === 'day' ? 'session' : 'session inexact'}>
      <title>
        {number === null
          ? t('observations.session', { day })
          : t('observations.session_number', { number, day })}
      </title>
      <svg x={`${place(on)}%`} y={HELD_DOWN} class="spot">
        <circle r="6" />
        {number === null || !numbered ? null : (
          <text y="-11" text-anchor="middle">
            {number}
          </text>
        )}
      </svg>
    </g>
  )
}

function Promised({ days, row, place }: { days: readonly Day[]; row: number; place: Place }) {
  const t = useT()
  const down = rowDown(row)
  return (
    <g class="promised">
      <line class="rung" x1="0" x2="100%" y1={down} y2={down} />
      {days.map((day) => (
        <g>
          <title>{t('observations.promised_mark', { day: dayWords(t, day) })}</title>
          <line x1={`${place(day)}%`} x2={`${place(day)}%`} y1={down - 6} y2={down + 6} />
        </g>
      ))}
    </g>
  )
}

/** Sessions whose numbers do not run into one another. */
function numberedIn(sessions: readonly Session[], place: Place): Set<Session> {
  const kept: Session[] = []
  for (const session of sessions) {
    const before = kept.at(-1)
    if (!before || Math.abs(place(session.on) - place(before.on)) >= 7) kept.push(session)
  }
  return new Set(kept)
}

/** What was held, the days between, and below it what each published interval promised. */
export function SessionChart({ title, rhythm, intervals, concludedOn, to }: Props) {
  const t = useT()
  const { sessions, gaps, open } = rhythm
  const from = sessions.reduce((first, { on }) => (on < first ? on : first), concludedOn)
  const place = placeOf(from, to, directionOf(t.locale) === 'rtl')
  const foot = footOf(intervals.length)
  const numbered = numberedIn(sessions, place)
  return (
    <figure class="session-chart">
      <div class="plot">
        <svg class="rows" aria-hidden="true" height={foot + 24}>
          <text y={HELD_DOWN + 4}>{t('observations.held_row')}</text>
          {intervals.map((months, row) => (
            <text y={rowDown(row) + 4}>{t('observations.every_row', { months })}</text>
          ))}
        </svg>
        <svg role="img" width="100%" height={foot + 24}>
          <title>{t('observations.sessions_title', { title })}</title>
          <desc>{t('observations.sessions_desc', { from: dayWords(t, from), to: dayWords(t, to) })}</desc>
          {gaps.map((gap) => (
            <Between gap={gap} open={false} place={place} />
          ))}
          {open ? <Between gap={open} open place={place} /> : null}
          {intervals.map((months, row) => (
            <Promised days={promisedDays(concludedOn, to, months)} row={row} place={place} />
          ))}
          <DayAxis from={from} until={to} to={to} place={place} foot={foot} />
          {sessions.map((session) => (
            <Held session={session} place={place} numbered={numbered.has(session)} />
          ))}
        </svg>
      </div>
    </figure>
  )
}
