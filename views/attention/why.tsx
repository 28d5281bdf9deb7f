import { daysBetween, type Day } from '../../src/lib/dates'
import type { Standing } from '../../src/standing/standing.types'
import { durationWords, isInDays } from '../ui/amounts'
import { DayOf, exactnessOf } from '../ui/day'
import { DisputeWords, UnverifiedWords } from '../ui/disagreement'
import { nameOf, type Names } from '../ui/names'
import { useT } from '../ui/words'
import type { AttentionItem } from './attention-item'

interface Props {
  item: AttentionItem
  names: Names
  /** The day shown. */
  day: Day
}

/** Who was heard last; null for the finding. */
function lastVoice({ claims, finding, lastHeardOn }: Standing): string | null {
  if (finding?.asOf === lastHeardOn) return null
  return claims.find(({ asOf }) => asOf === lastHeardOn)?.party ?? null
}

function Overdue({ item: { standing, known }, day }: Props) {
  const t = useT()
  const { dueOn, daysOverdue, timesMoved } = standing
  if (dueOn === null) return null
  const days = daysOverdue ?? daysBetween(dueOn, day)
  return (
    <>
      {t.rich('attention.why_overdue', {
        duration: durationWords(t, days),
        // Told apart only where the duration is not in days itself.
        days: isInDays(days) ? 0 : days,
        moved: timesMoved,
        exact: exactnessOf(dueOn, known.due),
        day: <DayOf day={dueOn} known={known.due} />,
      })}
    </>
  )
}

function DueSoon({ item: { standing, known }, day }: Props) {
  const t = useT()
  const { dueOn, timesMoved } = standing
  if (dueOn === null) return null
  return (
    <>
      {t.rich('attention.why_due_soon', {
        days: daysBetween(day, dueOn),
        moved: timesMoved,
        exact: exactnessOf(dueOn, known.due),
        day: <DayOf day={dueOn} known={known.due} />,
      })}
    </>
  )
}

/** "The finding is 752 days old, of 1 November 2024; its review was due after 90 days." */
function Silence({ item: { standing, known, reviewDays }, names, day }: Props) {
  const t = useT()
  const { lastHeardOn } = standing
  if (lastHeardOn === null) return null
  const party = lastVoice(standing)
  return (
    <>
      {t.rich('attention.why_stale', {
        who: party === null ? 'finding' : 'claim',
        party: nameOf(names, party ?? ''),
        days: daysBetween(lastHeardOn, day),
        review: reviewDays,
        day: <DayOf day={lastHeardOn} known={known.said} />,
      })}
    </>
  )
}

function Disagreed({ item: { reason, standing, since, known, owedBy }, names, day }: Props) {
  const t = useT()
  const said = { standing, since, names, owedBy, known }
  const from = reason === 'disputed' ? since.disputed : since.awaitingVerification
  return (
    <>
      {reason === 'disputed' ? <DisputeWords {...said} /> : <UnverifiedWords {...said} />}{' '}
      {from === null ? null : t('attention.why_for', { days: daysBetween(from, day) })}
    </>
  )
}

/** Why it needs attention, as a sentence with its figures: since when, by how much, between whom. */
export function Why(props: Props) {
  const { reason } = props.item
  if (reason === 'overdue') return <Overdue {...props} />
  if (reason === 'due_soon') return <DueSoon {...props} />
  return reason === 'stale' ? <Silence {...props} /> : <Disagreed {...props} />
}

/** Beside another reason: what was heard last is past its review, if not yet stale. */
export function ReviewHint(props: Props) {
  const { reason, standing } = props.item
  if (standing.freshness !== 'ageing' || reason === 'stale') return null
  return (
    <span class="review-due">
      <Silence {...props} />
    </span>
  )
}
