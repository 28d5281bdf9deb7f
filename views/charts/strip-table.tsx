import { DayOf, DayText, MaybeDay } from '../ui/day'
import type { Precisions } from '../../src/lib/dates'
import { FLAG_WORDS } from '../ui/kinds'
import { LabelChip } from '../ui/label-chip'
import { Table } from '../ui/table'
import { useT } from '../ui/words'
import type { Raised } from './strip-flags'
import type { DeadlineStep, Segment } from './strip-geometry'

/** The strip in figures, one click away from it. */
export function StripTable({
  title,
  segments,
  raised,
  deadlines,
  known,
}: {
  title: string
  segments: readonly Segment[]
  raised: readonly Raised[]
  deadlines: readonly DeadlineStep[]
  /** How exactly the days are known on which a stretch begins. */
  known: Precisions | undefined
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
          {
            head: t('charts.strip_from'),
            cell: ({ from }) => <DayOf day={from} known={known} />,
            names: true,
          },
          { head: t('charts.strip_stood'), cell: ({ label }) => <LabelChip label={label} /> },
          { head: t('charts.strip_heard'), cell: heard },
        ]}
      />
      {raised.length === 0 ? null : (
        <Table
          caption={t('charts.flags_caption', { title })}
          rows={raised}
          columns={[
            { head: t('charts.flag'), cell: ({ flag }) => t(FLAG_WORDS[flag]), names: true },
            { head: t('charts.strip_from'), cell: ({ from }) => <DayOf day={from} known={known} /> },
            {
              head: t('charts.flag_until'),
              cell: ({ to }) => (to === null ? t('charts.flag_still') : <DayOf day={to} known={known} />),
            },
          ]}
        />
      )}
      {deadlines.length === 0 ? null : (
        <Table
          caption={t('charts.deadlines_caption', { title })}
          rows={deadlines}
          columns={[
            {
              head: t('charts.decided'),
              cell: ({ decidedOn, decidedOnPrecision = 'day' }) => (
                <DayText day={decidedOn} precision={decidedOnPrecision} />
              ),
              names: true,
            },
            {
              head: t('charts.due'),
              cell: ({ dueOn, dueOnPrecision = 'day' }) => (
                <MaybeDay day={dueOn} precision={dueOnPrecision} none={t('charts.lifted')} />
              ),
            },
          ]}
        />
      )}
    </details>
  )
}
