import type { Child } from 'hono/jsx'
import { daysBetween, type Day, type Precisions } from '../../src/lib/dates'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import { isForeign } from '../../src/status-reports/report-source'
import { durationWords } from './amounts'
import { DayOf } from './day'
import { nameOf, namesOf, type Names } from './names'
import { useT, type Words } from './words'

interface Props {
  standing: Standing
  /** The parties of the agreement: who could have said something. */
  parties: readonly string[]
  /** Who owes the measure. */
  owedBy: readonly string[]
  names: Names
  /** The day shown. */
  day: Day
  /** With it the first sentence begins with the measure's title. */
  title?: string
  /** How exactly its days are known; exactly where nothing says. */
  known?: DaysKnown
  /** Only what stands, who is silent and when it was last heard of. */
  short?: boolean
}

function whoSays(t: Words, { standing, names, owedBy }: Props): string[] {
  const said = standing.claims.map(({ party, stage, channel: source }) => {
    const claim = { party: nameOf(names, party), stage, source }
    return isForeign(party, owedBy)
      ? t('ui.standing_says_of', { ...claim, owing: namesOf(t, names, owedBy) })
      : t('ui.standing_says', claim)
  })
  if (standing.finding) said.push(t('ui.standing_finding_says', { stage: standing.finding.stage }))
  else if (standing.basis === 'contested')
    said.push(t('ui.standing_nobody_independent'), t('ui.standing_lower'))
  return said
}

function whoIsSilent(t: Words, { standing, parties, names }: Props): string[] {
  const heard = standing.claims.map(({ party }) => party)
  const silent = parties.filter((party) => !heard.includes(party))
  if (silent.length === 0) return []
  return [t('ui.standing_silent', { parties: namesOf(t, names, silent), count: silent.length })]
}

/** "On" a day, "in" a month or year. */
const prepositionOf = (day: Day, known: Precisions | undefined): 'in' | 'on' =>
  ['month', 'year'].includes(known?.[day] ?? 'day') ? 'in' : 'on'

function whenHeard(t: Words, { standing, day, known }: Props): Child[] {
  const { lastHeardOn, lastLookedOn } = standing
  const looked = lastLookedOn !== null && lastLookedOn > (lastHeardOn ?? '')
  return [
    lastHeardOn === null
      ? t('ui.standing_never')
      : t.rich('ui.standing_heard', {
          day: <DayOf day={lastHeardOn} known={known?.said} />,
          when: prepositionOf(lastHeardOn, known?.said),
          days: daysBetween(lastHeardOn, day),
        }),
    looked
      ? t.rich('ui.standing_looked', {
          day: <DayOf day={lastLookedOn} known={known?.said} />,
          when: prepositionOf(lastLookedOn, known?.said),
        })
      : null,
  ]
}

function whenDue(t: Words, { standing, known }: Props): Child[] {
  const { time, dueOn, metOn, daysOverdue, timesMoved } = standing
  if (dueOn === null) return []
  const due = <DayOf day={dueOn} known={known?.due} />
  const when = prepositionOf(dueOn, known?.due)
  const moved = timesMoved === 0 ? null : t('ui.standing_moved', { times: timesMoved })
  if (time === 'overdue' && daysOverdue !== null)
    return [t.rich('ui.standing_overdue', { day: due, when, duration: durationWords(t, daysOverdue) }), moved]
  if (time === 'due_soon' || time === 'not_yet_due')
    return [t.rich('ui.standing_due', { day: due, when }), moved]
  if (metOn === null) return [moved]
  const met = <DayOf day={metOn} known={known?.said} />
  const key = time === 'met_late' ? 'ui.standing_met_late' : 'ui.standing_met'
  return [t.rich(key, { day: due, when, met, metWhen: prepositionOf(metOn, known?.said) }), moved]
}

/** Where a measure stands, said in whole sentences, each of them a message of its own. */
export function StandingSentence(props: Props) {
  const t = useT()
  const { label, basis } = props.standing
  const first = props.title
    ? t('ui.standing_of', { title: props.title, label, basis })
    : t('ui.standing_is', { label, basis })
  const sentences: Child[] = [
    <b>{first}</b>,
    ...(props.short && !props.standing.disputed ? [] : whoSays(t, props)),
    ...whoIsSilent(t, props),
    ...whenHeard(t, props),
    ...(props.short ? [] : whenDue(t, props)),
  ]
  return <>{sentences.map((sentence) => (sentence ? <>{sentence} </> : null))}</>
}
