import type { Observation } from '../../src/observations/observation'
import { paths } from '../../src/paths'
import { numberWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import type { Names } from '../ui/names'
import { Table } from '../ui/table'
import { RecordedLine, WithdrawnBanner } from '../ui/withdrawn'
import { useT, type Words } from '../ui/words'

function figureWords(t: Words, { quantity, total, unit, percentStated }: Observation): string {
  if (quantity === null) return t(percentStated === null ? 'measures.happened' : 'ui.not_said')
  const values = { quantity: numberWords(t, quantity), unit: unit ?? '' }
  if (total === null) return t('measures.figure', values)
  return t('measures.figure_of', { ...values, total: numberWords(t, total) })
}

/** What the parts of a figure give in percent, to one decimal; null where a part is missing. */
const partsPercent = ({ quantity, total }: Observation): number | null =>
  quantity === null || total === null || total === 0 ? null : Math.round((1000 * quantity) / total) / 10

/** Whether the stated percentage is what the parts give, to the last half percent that a source may have rounded. */
function fitsParts(observation: Observation): boolean | null {
  const parts = partsPercent(observation)
  if (parts === null || observation.percentStated === null) return null
  return Math.abs(parts - observation.percentStated) <= 0.55
}

function Parts({ observation }: { observation: Observation }) {
  const t = useT()
  const parts = partsPercent(observation)
  const fits = fitsParts(observation)
  if (parts === null) return <>{t('ui.not_said')}</>
  return (
    <>
      {t('measures.stated', { percent: numberWords(t, parts) })}
      {fits === null ? null : (
        <small class={fits ? undefined : 'mismatch'}>{t(fits ? 'measures.fits' : 'measures.mismatch')}</small>
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
          cell: (one) => <span class={struck(one)}>{figureWords(t, one)}</span>,
        },
        {
          head: t('measures.head_stated'),
          figures: true,
          cell: ({ percentStated }) =>
            percentStated === null
              ? t('ui.not_said')
              : t('measures.stated', { percent: numberWords(t, percentStated) }),
        },
        {
          head: t('measures.head_parts'),
          figures: true,
          cell: (one) => <Parts observation={one} />,
        },
        {
          head: t('measures.head_note'),
          cell: (one) => (
            <>
              {one.note}
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
