import { daysBetween, type Day } from '../../src/lib/dates'
import type { Standing } from '../../src/standing/standing.types'
import { durationWords } from './amounts'
import { FLAG_WORDS, type Flag } from './kinds'
import { useT, type Words } from './words'

const RAISED: Record<Flag, (standing: Standing) => boolean> = {
  overdue: ({ time }) => time === 'overdue',
  disputed: ({ disputed }) => disputed,
  stale: ({ freshness }) => freshness === 'stale',
  stalled: ({ condition }) => condition === 'stalled',
  due_soon: ({ time }) => time === 'due_soon',
  awaiting_verification: ({ awaitingVerification }) => awaitingVerification,
  verified: ({ basis }) => basis === 'verified',
  claimed_only: ({ basis, stage }) => stage !== null && basis !== 'verified',
}

const ORDER: readonly Flag[] = [
  'overdue',
  'disputed',
  'stale',
  'stalled',
  'due_soon',
  'verified',
  'claimed_only',
  'awaiting_verification',
]

/** The flags a standing raises, gravest first. */
const flagsOf = (standing: Standing): Flag[] => ORDER.filter((flag) => RAISED[flag](standing))

function flagWords(t: Words, flag: Flag, standing: Standing, day: Day | undefined): string {
  if (flag === 'overdue' && standing.daysOverdue !== null)
    return t('ui.flag_overdue_by', { duration: durationWords(t, standing.daysOverdue) })
  if (flag === 'stale' && day && standing.lastHeardOn)
    return t('ui.flag_stale_for', { duration: durationWords(t, daysBetween(standing.lastHeardOn, day)) })
  if (flag === 'due_soon' && day && standing.dueOn)
    return t('ui.flag_due_in', { duration: durationWords(t, daysBetween(day, standing.dueOn)) })
  return t(FLAG_WORDS[flag])
}

/** The flags beside a label, as words; with the day shown they say for how long. */
export function Flags({ standing, day }: { standing: Standing; day?: Day }) {
  const t = useT()
  const flags = flagsOf(standing)
  if (flags.length === 0) return null
  return (
    <ul class="flags" aria-label={t('ui.flags')}>
      {flags.map((flag) => (
        <li class={`flag ${flag}`}>{flagWords(t, flag, standing, day)}</li>
      ))}
    </ul>
  )
}
