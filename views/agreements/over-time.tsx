import type { Child } from 'hono/jsx'
import type { Day, Precisions } from '../../src/lib/dates'
import type { CountsOn } from '../../src/standing/history'
import { HistoryChart } from '../charts/history-chart'
import { totalOf } from '../charts/history-geometry'
import type { DeadlineStep } from '../charts/strip-geometry'
import { withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { DayText } from '../ui/day'
import { useT } from '../ui/words'

const READINGS = ['true', 'known'] as const
const PARAMETER = 'history'

/** An agreement's past, by one of two readings. */
export interface Past {
  reading: (typeof READINGS)[number]
  counts: readonly CountsOn[]
  /** Whether each month shows how it ended. */
  byMonth?: boolean
  deadlines: readonly (readonly DeadlineStep[])[]
  /** How exactly its days are known; exactly where nothing says. */
  known?: Precisions
}

function Switch({ frame, reading }: { frame: Frame; reading: Past['reading'] }) {
  const t = useT()
  return (
    <nav class="switch" aria-label={t('agreements.history_switch')}>
      {READINGS.map((one) => (
        <a
          href={`${withParameter(frame.address, PARAMETER, one === 'true' ? null : one)}#over-time`}
          aria-current={one === reading ? 'true' : undefined}
        >
          {t(`agreements.history_${one}`)}
        </a>
      ))}
    </nav>
  )
}

/** From when on anything was known. */
const knownFrom = (counts: readonly CountsOn[]): Day | null => {
  const first = counts.findIndex((one) => totalOf(one) > 0)
  return first > 0 ? (counts[first]?.on ?? null) : null
}

function Explained({ frame, past }: { frame: Frame; past: Past }) {
  const t = useT()
  const b = (words: Child[]) => <b>{words}</b>
  const now = frame.knownAt === null ? 'yes' : 'no'
  const byMonth = past.byMonth ? t('agreements.history_by_month') : null
  if (past.reading === 'true')
    return (
      <p class="hint">
        {t.rich('agreements.history_true_note', { now, b })} {byMonth}
      </p>
    )
  const since = knownFrom(past.counts)
  return (
    <p class="hint">
      {t.rich('agreements.history_known_note', { b })}{' '}
      {since ? t.rich('agreements.history_known_since', { day: <DayText day={since} /> }) : null} {byMonth}
    </p>
  )
}

/** How the measures of an agreement stood over time, and the choice between what was true and what was known. */
export function OverTime({ frame, past, day }: { frame: Frame; past: Past; day: Day }) {
  const t = useT()
  const { counts, deadlines, reading } = past
  const nothing = counts.length < 2 && deadlines.length === 0
  if (nothing && reading === 'true') return null
  return (
    <section id="over-time">
      <h2>{t('agreements.history_heading')}</h2>
      <Switch frame={frame} reading={reading} />
      <Explained frame={frame} past={past} />
      {counts.every((one) => totalOf(one) === 0) ? (
        <p>{t('agreements.history_unknown')}</p>
      ) : (
        <HistoryChart history={counts} to={day} deadlines={deadlines} known={past.known ?? {}} />
      )}
    </section>
  )
}
