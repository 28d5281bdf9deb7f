import type { Observation } from '../../src/observations/observation'
import { partsPercent, statedPercent } from '../../src/observations/stated-percent'
import { shareWords } from '../observations/figure-words'
import { paths } from '../../src/paths'
import { numberWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import type { Names } from '../ui/names'
import { Table } from '../ui/table'
import { RecordedLine, WithdrawnBanner } from '../ui/withdrawn'
import { useT, type Words } from '../ui/words'

function figureWords(t: Words, { quantity, total, unit }: Observation): string {
  if (quantity === null) return t('measures.happened')
  const values = { quantity: numberWords(t, quantity), unit: unit ?? '' }
  if (total === null) return t('measures.figure', values)
  return t('measures.figure_of', { ...values, total: numberWords(t, total) })
}

/** A narrow screen leaves the line out, as there no column asks for it. */
function NotSaid() {
  const t = useT()
  return <span class="not-said">{t('ui.not_said')}</span>
}

/** What the parts give, and whether that is what the source says. */
function Parts({ observation }: { observation: Observation }) {
  const t = useT()
  const parts = partsPercent(observation)
  const check = statedPercent(observation)
  if (parts === null) return <NotSaid />
  return (
    <>
      {t('measures.stated', { percent: shareWords(t, parts) })}
      {check === null ? null : (
        <small class={check.fits ? 'below' : 'mismatch'}>
          {check.fits
            ? t('observations.fits')
            : t('observations.contradicts', {
                stated: numberWords(t, check.stated),
                parts: shareWords(t, check.parts),
              })}
        </small>
      )}
    </>
  )
}

interface Props {
  /** Oldest first. */
  observations: readonly Observation[]
  names: Names
  mayWithdraw?: boolean | undefined
}

/** Dated figures with their sources; where a source's percentage contradicts its own parts, that is said. */
export function ObservationTable({ observations, names, mayWithdraw }: Props) {
  const t = useT()
  const anyStated = observations.some(({ percentStated }) => percentStated !== null)
  const anyParts = observations.some((one) => partsPercent(one) !== null)
  const struck = ({ withdrawn }: Observation) => (withdrawn ? 'struck' : undefined)
  return (
    <Table<Observation>
      caption={t('measures.observations_heading')}
      quiet
      rows={observations}
      columns={[
        {
          head: t('measures.head_day'),
          names: true,
          cell: ({ observedOn, observedOnPrecision }) => (
            <DayText day={observedOn} precision={observedOnPrecision} />
          ),
        },
        {
          head: t('measures.head_figure'),
          cell: (one) =>
            one.quantity === null && one.percentStated !== null ? (
              <NotSaid />
            ) : (
              <span class={struck(one)}>{figureWords(t, one)}</span>
            ),
        },
        ...(anyStated
          ? [
              {
                head: t('measures.head_stated'),
                figures: true,
                cell: ({ percentStated }: Observation) =>
                  percentStated === null ? (
                    <NotSaid />
                  ) : (
                    t('measures.stated', { percent: numberWords(t, percentStated) })
                  ),
              },
            ]
          : []),
        ...(anyParts
          ? [
              {
                head: t('measures.head_parts'),
                cell: (one: Observation) => <Parts observation={one} />,
              },
            ]
          : []),
        {
          head: t('measures.head_note'),
          cell: (one) => (
            <>
              {one.note === null ? null : <bdi>{one.note}</bdi>}
              <EvidenceList evidence={one.evidence} />
              <small class="facts">
                <RecordedLine thing={one} />
                {mayWithdraw && !one.withdrawn ? (
                  <Go href={paths.withdrawObservation(one.id)}>{t('measures.withdraw_one')}</Go>
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
