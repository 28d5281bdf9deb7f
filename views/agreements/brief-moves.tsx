import type { Child } from 'hono/jsx'
import type { Move } from '../../src/dashboards/moves'
import type { Precisions } from '../../src/lib/dates'
import { DayOf } from '../ui/day'
import type { Words } from '../ui/words'

function dueWords(t: Words, due: Move['due'], known: Precisions): Child[] {
  if (due === null) return []
  const [from, to] = [due.from, due.to].map((day) =>
    day === null ? null : <DayOf day={day} known={known} />,
  )
  if (!to) return [t.rich('brief.due_lifted', { from })]
  return [from ? t.rich('brief.due_moved', { from, to }) : t.rich('brief.due_set', { to })]
}

/** "from in progress to partly implemented; now overdue". */
export function moveWords(t: Words, { label, due, raised, lowered }: Move, known: Precisions): Child {
  const parts: Child[] = [
    ...(label ? [t('brief.move_label', label)] : []),
    ...dueWords(t, due, known),
    ...raised.map((flag) => t(`brief.raised.${flag}`)),
    ...lowered.map((flag) => t(`brief.lowered.${flag}`)),
  ]
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i === 0 ? null : '; '}
          {part}
        </>
      ))}
    </>
  )
}
