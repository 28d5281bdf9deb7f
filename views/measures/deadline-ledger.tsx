import type { Deadline } from '../../src/deadlines/deadline'
import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import { durationWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { DayText, MaybeDay } from '../ui/day'
import { Fold } from '../ui/fold'
import type { Names } from '../ui/names'
import { Table } from '../ui/table'
import { RecordedLine, WithdrawnBanner } from '../ui/withdrawn'
import { useT, type Words } from '../ui/words'

interface Props {
  /** All of them in the order in which they were decided, those withdrawn as well. */
  deadlines: readonly Deadline[]
  standing: Standing
  names: Names
  mayWithdraw?: boolean | undefined
}

function stepWords(t: Words, deadline: Deadline, original: Deadline | undefined): string {
  if (deadline === original) return t('measures.deadline_original')
  return t(deadline.dueOn === null ? 'measures.deadline_lifted' : 'measures.deadline_moved')
}

function slipWords(t: Words, { slippageDays }: Standing): string | null {
  if (slippageDays === null || slippageDays === 0) return null
  const duration = durationWords(t, Math.abs(slippageDays))
  return t(slippageDays > 0 ? 'measures.deadlines_slip' : 'measures.deadlines_gain', { duration })
}

/** Every decision as it was taken, with its reason and where it is recorded. */
function Decisions({ deadlines, names, mayWithdraw }: Props) {
  const t = useT()
  const original = deadlines.find(({ withdrawn }) => withdrawn === null)
  const struck = (deadline: Deadline) => (deadline.withdrawn ? 'struck' : undefined)
  return (
    <Table<Deadline>
      caption={t('measures.deadlines_heading')}
      quiet
      rows={deadlines}
      columns={[
        {
          head: t('measures.head_due'),
          names: true,
          cell: (one) => (
            <>
              <span class={struck(one)}>
                <MaybeDay day={one.dueOn} precision={one.dueOnPrecision} none={t('measures.no_day')} />
              </span>
              <small class="below">{stepWords(t, one, original)}</small>
            </>
          ),
        },
        {
          head: t('measures.head_decided'),
          cell: ({ decidedOn, decidedOnPrecision, decidedBy }) => (
            <>
              <DayText day={decidedOn} precision={decidedOnPrecision} />
              <small class="below">
                {decidedBy === null
                  ? t('measures.by_unknown')
                  : t('measures.decided_by', { body: decidedBy })}
              </small>
            </>
          ),
        },
        {
          head: t('measures.head_reason'),
          cell: (one) => (
            <>
              {one.reason === null ? t('ui.not_said') : <bdi>{one.reason}</bdi>}
              <small class="facts">
                <RecordedLine thing={one} />
                {mayWithdraw && !one.withdrawn ? (
                  <Go href={paths.withdrawDeadline(one.id)}>{t('measures.withdraw_one')}</Go>
                ) : null}
              </small>
              {one.withdrawn ? <WithdrawnBanner withdrawn={one.withdrawn} names={names} /> : null}
            </>
          ),
        },
      ]}
    />
  )
}

/** Every decision on the day a measure is due: the original, each move, who decided it and why; several one click away. */
export function DeadlineLedger(props: Props) {
  const { deadlines, standing } = props
  const t = useT()
  if (deadlines.length === 0) return <p class="unknown">{t('measures.deadlines_none')}</p>
  return (
    <>
      <p>
        {t('measures.deadlines_sum', { times: standing.timesMoved })} {slipWords(t, standing)}
      </p>
      {deadlines.length === 1 ? (
        <Decisions {...props} />
      ) : (
        <Fold summary={t('measures.deadlines_all', { count: deadlines.length })}>
          <Decisions {...props} />
        </Fold>
      )}
    </>
  )
}
