import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { csvOf } from '../layout/elsewhere'
import { Page } from '../layout/page'
import { Go, shownDay } from '../ui/asked'
import { Empty } from '../ui/empty'
import { FilterBar } from '../ui/filter-bar'
import { recordFilters } from '../ui/record-filters'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { useT, wordsIn } from '../ui/words'
import {
  ATTENTION_REASONS,
  ATTENTION_WORDS,
  AttentionRow,
  type AttentionItem,
  type AttentionReason,
} from './attention-item'
import type { AttentionCounts } from './attention-sum'

interface Props {
  frame: Frame
  names: Names
  /** Gravest first, one page of them. */
  items: readonly AttentionItem[]
  /** How many there are for each reason, before the reason is filtered. */
  counts: AttentionCounts
  /** How many measures they are about. */
  measures: number
  /** What the address filters by; empty for any. */
  chosen: { reason: string; party: string; label: string; flag: string; theme: string; year: string }
  themes: readonly string[]
  years: readonly string[]
  newer: string | null
  older: string | null
}

function Group({ frame, names, items, counts, reason }: Props & { reason: AttentionReason }) {
  const t = useT()
  const its = items.filter((item) => item.reason === reason)
  if (its.length === 0) return null
  return (
    <section id={reason}>
      <h2 class={`flag-heading ${reason}`}>
        {t.rich('attention.group', {
          label: t(ATTENTION_WORDS[reason]),
          count: counts[reason],
          mark: (words) => <small>{words}</small>,
        })}
      </h2>
      <ul class="attention wide">
        {its.map((item) => (
          <AttentionRow item={item} names={names} day={shownDay(frame)} bare />
        ))}
      </ul>
    </section>
  )
}

function Filters({ frame, names, counts, chosen, themes, years }: Props) {
  const t = useT()
  return (
    <FilterBar
      frame={frame}
      filters={[
        {
          name: 'reason',
          label: t('attention.reason'),
          value: chosen.reason,
          choices: ATTENTION_REASONS.map((reason) => ({
            value: reason,
            label: t('attention.choice', { label: t(ATTENTION_WORDS[reason]), count: counts[reason] }),
          })),
        },
        ...recordFilters(t, chosen, { names, themes, years }),
      ]}
    />
  )
}

/** The work list: what is overdue, disputed, stale, unverified or due soon, and why. */
export function AttentionPage(props: Props) {
  const { frame, items, measures, chosen, newer, older } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('attention.heading')}>
      <h1>{t('attention.heading')}</h1>
      <p class="lead">
        {t(Object.values(chosen).some(Boolean) ? 'attention.lead_chosen' : 'attention.lead', { measures })}
      </p>
      <p class="hint">{t('attention.explain')}</p>
      <Filters {...props} />
      {items.length === 0 ? <Empty>{t('attention.empty')}</Empty> : null}
      {ATTENTION_REASONS.map((reason) => (
        <Group {...props} reason={reason} />
      ))}
      <Pager newer={newer} older={older} />
      <p class="links">
        <a href={csvOf(frame.address)}>{t('ui.csv')}</a>
        <Go href={paths.calendar} type="text/calendar">
          {t('calendar.short_all')}
        </Go>
      </p>
    </Page>
  )
}
