import type { DayPassed } from '../../src/days/day-passed'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { Fold } from '../ui/fold'
import { useT } from '../ui/words'

export type DayPassedView = DayPassed & { entry: number; days: number }

/** As many as are read without a click. */
const FEW = 3

function Items({ passed }: { passed: readonly DayPassedView[] }) {
  const t = useT()
  return (
    <ul class="days-passed">
      {passed.map(({ entry, event, day, on, onPrecision, days }) => (
        <li id={`entry-${entry}`}>
          {t.rich('days.told', {
            event,
            days,
            day: <DayText day={day} />,
            on: <DayText day={on} precision={onPrecision} />,
          })}{' '}
          <Go href={paths.ledgerEntry(entry)} class="n">
            {t('ledger.entry', { n: entry })}
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** What became of a measure by nothing but a day coming, newest first. */
export function DaysPassed({ passed }: { passed: readonly DayPassedView[] }) {
  const t = useT()
  if (passed.length === 0) return null
  const cut = passed.length > FEW + 1 ? FEW : passed.length
  const earlier = passed.slice(cut)
  return (
    <section id="days">
      <h2>{t('days.heading')}</h2>
      <p class="hint">{t('days.hint')}</p>
      <Items passed={passed.slice(0, cut)} />
      {earlier.length === 0 ? null : (
        <Fold summary={t('days.earlier', { count: earlier.length })}>
          <Items passed={earlier} />
        </Fold>
      )}
    </section>
  )
}
