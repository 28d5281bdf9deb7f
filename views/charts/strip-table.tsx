import { DayText, MaybeDay } from '../ui/day'
import { LabelChip } from '../ui/label-chip'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import type { DeadlineStep, Segment } from './strip-geometry'

/** The strip in figures, one click away from it. */
export function StripTable({
  title,
  segments,
  deadlines,
}: {
  title: string
  segments: readonly Segment[]
  deadlines: readonly DeadlineStep[]
}) {
  const t = useT()
  const heard = ({ stale, heard }: Segment) =>
    t(stale ? 'charts.strip_stale' : heard ? 'charts.strip_current' : 'charts.strip_unheard')
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table
        caption={t('charts.strip_caption', { title })}
        rows={segments}
        columns={[
          { head: t('charts.strip_from'), cell: ({ from }) => <DayText day={from} />, names: true },
          { head: t('charts.strip_stood'), cell: ({ label }) => <LabelChip label={label} /> },
          { head: t('charts.strip_heard'), cell: heard },
        ]}
      />
      {deadlines.length === 0 ? null : (
        <Table
          caption={t('charts.deadlines_caption', { title })}
          rows={deadlines}
          columns={[
            { head: t('charts.decided'), cell: ({ decidedOn }) => <DayText day={decidedOn} />, names: true },
            {
              head: t('charts.due'),
              cell: ({ dueOn }) => <MaybeDay day={dueOn} none={t('charts.lifted')} />,
            },
          ]}
        />
      )}
    </details>
  )
}
