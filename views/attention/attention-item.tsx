import type { Day } from '../../src/lib/dates'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { Since } from '../../src/standing/disagreement'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import { Go } from '../ui/asked'
import { namesOf, type Names } from '../ui/names'
import { useT } from '../ui/words'
import { ReviewHint, Why } from './why'

export const ATTENTION_REASONS = [
  'overdue',
  'disputed',
  'stale',
  'awaiting_verification',
  'due_soon',
] as const
export type AttentionReason = (typeof ATTENTION_REASONS)[number]

export const ATTENTION_WORDS: Record<AttentionReason, MessageKey> = {
  overdue: 'labels.flag.overdue',
  disputed: 'labels.flag.disputed',
  stale: 'labels.flag.stale',
  awaiting_verification: 'labels.flag.awaiting_verification',
  due_soon: 'labels.flag.due_soon',
}

/** One reason why a measure needs attention; a measure may have several items. */
export interface AttentionItem {
  reason: AttentionReason
  agreement: { slug: string; title: string }
  code: string
  title: string
  owedBy: string[]
  standing: Standing
  /** Since when its flags of disagreement are up. */
  since: Since
  known: DaysKnown
  /** Days after which it wants to be heard of again. */
  reviewDays: number
}

interface Props {
  item: AttentionItem
  names: Names
  /** The day shown. */
  day: Day
  /** What is named besides the measure: its agreement and who owes it unless said otherwise. */
  within?: 'agreement' | 'nothing' | undefined
  /** Without its flag, under a heading that says the reason. */
  bare?: boolean
}

/** A measure that needs attention, with the reason in words. */
export function AttentionRow(props: Props) {
  const t = useT()
  const { item, names, within, bare } = props
  return (
    <li class="attention-row">
      {bare ? null : <span class={`flag ${item.reason}`}>{t(ATTENTION_WORDS[item.reason])}</span>}
      <div>
        <Go href={paths.measure(item.agreement.slug, item.code)}>
          <span dir="auto">{item.title}</span>
        </Go>{' '}
        <span class="why">
          <Why {...props} /> <ReviewHint {...props} />
        </span>
        {within === 'nothing' ? null : (
          <small class="facts">
            {within === 'agreement' ? null : (
              <span>{t('ui.owed_by', { parties: namesOf(t, names, item.owedBy) })}</span>
            )}
            <span>
              <bdi>{item.agreement.title}</bdi>
            </span>
          </small>
        )}
      </div>
    </li>
  )
}
