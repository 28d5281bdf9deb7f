import type { Day, Precision } from '../../src/lib/dates'
import type { Frequency } from '../../src/observations/frequencies'
import type { Observation } from '../../src/observations/observation'
import { rhythmOf } from '../../src/observations/sessions'
import { dayWords } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import { Table } from '../ui/table'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

interface Props {
  frequencies: readonly Frequency[]
  observations: readonly Observation[]
  concludedOn: Day
  concludedOnPrecision: Precision
  /** The day shown. */
  to: Day
}

function Where({ where }: Frequency) {
  const t = useT()
  if (where.from !== 'note')
    return <>{t(where.from === 'interval' ? 'observations.where_interval' : 'observations.where_text')}</>
  const { note } = where
  return (
    <>
      {t.rich('observations.where_note', {
        day: dayWords(t, note.on, note.onPrecision),
        a: (words) => <a href={`#note-${note.id}`}>{words}</a>,
      })}
    </>
  )
}

/** Frequencies that sources give differently, side by side, each with what it would have promised. */
export function FrequencyTable({ frequencies, observations, concludedOn, concludedOnPrecision, to }: Props) {
  const t = useT()
  const rhythms = new Map(
    frequencies.map(({ months }) => [
      months,
      rhythmOf(observations, { concludedOn, concludedOnPrecision, everyMonths: months, asOf: to }),
    ]),
  )
  const late = (months: number): number => {
    const rhythm = rhythms.get(months)
    return [...(rhythm?.gaps ?? []), ...(rhythm?.open ? [rhythm.open] : [])].filter(
      (gap) => gap.late !== null,
    ).length
  }
  return (
    <section class="frequencies">
      <h3>{t('observations.frequencies_heading')}</h3>
      <Table<Frequency>
        caption={t('observations.frequencies_caption', {
          from: dayWords(t, concludedOn, concludedOnPrecision),
          to: dayWords(t, to),
        })}
        rows={frequencies}
        columns={[
          {
            head: t('observations.head_frequency'),
            names: true,
            cell: ({ months }) => t('observations.every_row', { months }),
          },
          {
            head: t('observations.head_promised'),
            figures: true,
            cell: ({ months }) => rhythms.get(months)?.promised ?? 0,
          },
          {
            head: t('observations.head_held'),
            figures: true,
            cell: ({ months }) => rhythms.get(months)?.held ?? 0,
          },
          { head: t('observations.head_gaps_over'), figures: true, cell: ({ months }) => late(months) },
          { head: t('observations.head_where'), cell: (frequency) => <Where {...frequency} /> },
        ]}
      />
      <p class="hint">{t('observations.read_from')}</p>
      {[...new Set(frequencies.flatMap(({ where }) => (where.from === 'note' ? [where.note] : [])))].map(
        (note) => (
          <>
            <Told text={note.text} />
            <EvidenceList evidence={note.evidence} />
          </>
        ),
      )}
    </section>
  )
}
