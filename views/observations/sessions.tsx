import type { Precision } from '../../src/lib/dates'
import type { Note } from '../../src/notes/note'
import { differ, frequenciesOf } from '../../src/observations/frequencies'
import { type Gap, type Rhythm, rhythmOf } from '../../src/observations/sessions'
import { listWords, numberWords } from '../ui/amounts'
import { DayOf, DayText } from '../ui/day'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import type { ObservedProps } from './figures'
import { FrequencyTable } from './frequency-table'
import { SessionChart } from './session-chart'

interface Props extends ObservedProps {
  concludedOnPrecision: Precision
  notes: readonly Note[]
}

/** How exactly the days of sessions are known. */
const knownIn = ({ sessions }: Rhythm) =>
  Object.fromEntries(sessions.map(({ on, precision }) => [on, precision]))

function Sentences({ rhythm, months }: { rhythm: Rhythm; months: number | null }) {
  const t = useT()
  const { held, promised, longest, open, missing } = rhythm
  const known = knownIn(rhythm)
  const b = (words: unknown) => <b>{words}</b>
  const day = (on: string) => <DayOf day={on} known={known} />
  return (
    <>
      <p>
        {promised === null || months === null
          ? t.rich('observations.held_only', { held, b })
          : t.rich('observations.held_against', { held, promised, months, b })}{' '}
        {open === null
          ? t('observations.none_held')
          : open.late === null
            ? t.rich('observations.last_held', { day: day(open.from), days: open.days })
            : t.rich('observations.last_held_late', {
                day: day(open.from),
                days: open.days,
                late: open.late,
                b,
              })}
      </p>
      {longest === null && missing.length === 0 ? null : (
        <p>
          {longest === null
            ? null
            : t.rich('observations.longest', {
                days: longest.days,
                from: day(longest.from),
                to: day(longest.to),
              })}{' '}
          {missing.length === 0
            ? null
            : t('observations.missing', {
                count: missing.length,
                numbers: listWords(
                  t,
                  missing.map((number) => numberWords(t, number)),
                ),
              })}
        </p>
      )}
    </>
  )
}

function GapTable({ rhythm, title, promised }: { rhythm: Rhythm; title: string; promised: boolean }) {
  const t = useT()
  const known = knownIn(rhythm)
  const { gaps, open } = rhythm
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table<Gap>
        caption={`${t('observations.gaps_caption')}: ${title}`}
        rows={[...gaps, ...(open ? [open] : [])]}
        columns={[
          {
            head: t('observations.head_from'),
            names: true,
            cell: ({ from }) => <DayOf day={from} known={known} />,
          },
          {
            head: t('observations.head_to'),
            cell: (gap) =>
              gap === open ? (
                t.rich('observations.to_day_shown', { day: <DayText day={gap.to} /> })
              ) : (
                <DayOf day={gap.to} known={known} />
              ),
          },
          {
            head: t('observations.head_days'),
            figures: true,
            cell: ({ days, exact }) => (
              <>
                {numberWords(t, days)}
                {exact ? null : <small class="below">{t('observations.not_exact')}</small>}
              </>
            ),
          },
          {
            head: t('observations.head_late'),
            cell: ({ late }) =>
              late === null
                ? t(promised ? 'observations.in_time' : 'observations.no_interval')
                : t('observations.gap_days', { days: late }),
          },
        ]}
      />
    </details>
  )
}

/** What comes round again: what was held against what was promised, in sentences, on a line and as tables. */
export function Sessions(props: Props) {
  const t = useT()
  const { measure, observations, concludedOn, concludedOnPrecision, notes, to } = props
  const months = measure.everyMonths
  const rhythm = rhythmOf(observations, { concludedOn, concludedOnPrecision, everyMonths: months, asOf: to })
  const frequencies = frequenciesOf(measure, notes)
  const intervals = [...new Set(frequencies.map((one) => one.months))]
  const all = [...rhythm.gaps, ...(rhythm.open ? [rhythm.open] : [])]
  return (
    <>
      <Sentences rhythm={rhythm} months={months} />
      {rhythm.sessions.length === 0 && intervals.length === 0 ? null : (
        <>
          <SessionChart title={measure.title} {...{ rhythm, intervals, concludedOn, to }} />
          <p class="hint">
            {[
              ...(rhythm.sessions.some(({ precision }) => precision !== 'day')
                ? [t('observations.hollow')]
                : []),
              ...(all.some(({ late }) => late !== null) ? [t('observations.late_mark')] : []),
              ...(intervals.length > 0 ? [t('observations.ticks')] : []),
            ].join(' ')}
          </p>
        </>
      )}
      {all.length === 0 ? null : (
        <GapTable rhythm={rhythm} title={measure.title} promised={months !== null} />
      )}
      {differ(frequencies) ? (
        <FrequencyTable {...{ frequencies, observations, concludedOn, concludedOnPrecision, to }} />
      ) : null}
    </>
  )
}
