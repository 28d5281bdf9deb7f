import type { Frame } from '../layout/frame'
import { csvOf } from '../layout/elsewhere'
import { Page } from '../layout/page'
import { shownDay } from '../ui/asked'
import { Empty } from '../ui/empty'
import { FilterBar } from '../ui/filter-bar'
import { nameOf, type Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { wordsIn } from '../ui/words'
import {
  ATTENTION_REASONS,
  ATTENTION_WORDS,
  AttentionRow,
  type AttentionItem,
  type AttentionReason,
} from './attention-item'

interface Props {
  frame: Frame
  names: Names
  /** Gravest first, one page of them. */
  items: readonly AttentionItem[]
  /** How many there are for each reason, before the reason is filtered. */
  counts: Readonly<Record<AttentionReason, number>>
  /** What the address filters by; empty for any. */
  chosen: { reason: string; party: string; theme: string }
  themes: readonly string[]
  newer: string | null
  older: string | null
}

/** The work list: what is overdue, disputed, stale, unverified or due soon, and why. */
export function AttentionPage({ frame, names, items, counts, chosen, themes, newer, older }: Props) {
  const t = wordsIn(frame.locale)
  const total = ATTENTION_REASONS.reduce((sum, reason) => sum + counts[reason], 0)
  return (
    <Page frame={frame} title={t('attention.heading')}>
      <h1>{t('attention.heading')}</h1>
      <p class="lead">{t('attention.lead', { count: total })}</p>
      <p class="hint">{t('attention.explain')}</p>
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
          {
            name: 'party',
            label: t('attention.party'),
            value: chosen.party,
            choices: Object.keys(names).map((slug) => ({ value: slug, label: nameOf(names, slug) })),
          },
          {
            name: 'theme',
            label: t('attention.theme'),
            value: chosen.theme,
            choices: themes.map((theme) => ({ value: theme, label: theme })),
          },
        ]}
      />
      {items.length === 0 ? <Empty>{t('attention.empty')}</Empty> : null}
      <ul class="attention wide">
        {items.map((item) => (
          <AttentionRow item={item} names={names} day={shownDay(frame)} />
        ))}
      </ul>
      <Pager newer={newer} older={older} />
      <p class="links">
        <a href={csvOf(frame.address)}>{t('ui.csv')}</a>
      </p>
    </Page>
  )
}
