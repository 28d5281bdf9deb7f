import type { Child } from 'hono/jsx'
import { daysBetween, type Day } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { AttentionItem } from '../attention/attention-item'
import { durationWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { DayOf } from '../ui/day'
import { DisputeWords } from '../ui/disagreement'
import { namesOf, type Names } from '../ui/names'
import { type Words } from '../ui/words'

interface Around {
  names: Names
  day: Day
}

export function overdueWords(
  t: Words,
  { names, day }: Around,
  { standing, title, known, owedBy, ...at }: AttentionItem,
) {
  const { dueOn, daysOverdue } = standing
  if (dueOn === null) return null
  return t.rich('brief.overdue', {
    ...linked(at, title),
    duration: durationWords(t, daysOverdue ?? daysBetween(dueOn, day)),
    day: <DayOf day={dueOn} known={known.due} />,
    parties: namesOf(t, names, owedBy),
  })
}

export function staleWords(
  t: Words,
  { names, day }: Around,
  { standing, title, known, owedBy, ...at }: AttentionItem,
) {
  const { lastHeardOn } = standing
  if (lastHeardOn === null) return null
  return t.rich('brief.stale', {
    ...linked(at, title),
    duration: durationWords(t, daysBetween(lastHeardOn, day)),
    day: <DayOf day={lastHeardOn} known={known.said} />,
    parties: namesOf(t, names, owedBy),
  })
}

export function disputedWords(
  t: Words,
  { names }: Pick<Around, 'names'>,
  { title, ...it }: AttentionItem,
): Child {
  const said = { standing: it.standing, since: it.since, known: it.known, names, owedBy: it.owedBy }
  return t.rich('brief.disputed', { ...linked(it, title), words: <DisputeWords {...said} /> })
}

/** Where a measure is read, about its title. */
export const linked = ({ agreement, code }: Pick<AttentionItem, 'agreement' | 'code'>, title: string) => ({
  title,
  a: (words: Child[]) => <Go href={paths.measure(agreement.slug, code)}>{words}</Go>,
})
