import type { Child } from 'hono/jsx'
import type { Agreement } from '../../src/agreements/agreement'
import type { Question } from '../../src/attention/questions'
import type { Move } from '../../src/dashboards/moves'
import { linesFor, sharedRoom } from '../../src/dashboards/one-page'
import { type Day } from '../../src/lib/dates'
import type { Measure } from '../../src/measures/measure'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import type { AttentionItem, AttentionReason } from '../attention/attention-item'
import { LabelChip } from '../ui/label-chip'
import { namesOf, type Names } from '../ui/names'
import { useT, type Words } from '../ui/words'
import { moveWords } from './brief-moves'
import { questionWords } from './brief-questions'
import { disputedWords, linked, overdueWords, staleWords } from './brief-waiting'

/** A measure as far as the brief tells of it. */
export interface BriefMeasure {
  measure: Pick<Measure, 'id' | 'code' | 'title'>
  standing: Standing
  known: DaysKnown
}

interface Props {
  names: Names
  agreement: Agreement
  measures: readonly BriefMeasure[]
  attention: readonly AttentionItem[]
  moves: readonly Move[]
  questions: readonly Question[]
  day: Day
  /** The day compared with, in words. */
  sinceWords: string
}

interface List {
  id: string
  heading: string
  /** Said where it is empty. */
  none: string
  note?: string
  items: { letters: number; words: () => Child }[]
}

/** A sentence about a measure, its title linked; `letters` is what the sentence has besides the title. */
const item = (title: string, letters: number, words: () => Child) => ({
  letters: title.length + letters,
  words,
})

function listsOf(t: Words, props: Props): List[] {
  const { names, attention, moves, questions, agreement, measures, sinceWords } = props
  const waiting = (reason: AttentionReason) => attention.filter((each) => each.reason === reason)
  const known = new Map(measures.map((line) => [line.measure.id, line.known]))
  const none = t('brief.none')
  return [
    {
      ...{ id: 'overdue', heading: t('brief.overdue_heading'), none },
      items: waiting('overdue').map((each) => item(each.title, 75, () => overdueWords(t, props, each))),
    },
    {
      ...{ id: 'disputed', heading: t('brief.disputed_heading'), none },
      items: waiting('disputed').map((each) => item(each.title, 190, () => disputedWords(t, props, each))),
    },
    {
      ...{ id: 'stale', heading: t('brief.stale_heading'), none },
      items: waiting('stale').map((each) => item(each.title, 90, () => staleWords(t, props, each))),
    },
    {
      ...{ id: 'moves', heading: t('brief.moves_heading', { day: sinceWords }), none: t('brief.moves_none') },
      note: t('brief.moves_note'),
      items: moves.map((move) =>
        item(move.measure.title, 75, () =>
          t.rich('brief.move', {
            ...linked({ agreement, code: move.measure.code }, move.measure.title),
            parts: moveWords(t, move, known.get(move.measure.id)?.due ?? {}),
          }),
        ),
      ),
    },
    {
      ...{ id: 'questions', heading: t('brief.questions_heading'), none: t('brief.questions_none') },
      items: questions.map((each) =>
        item(each.title, each.kind === 'differ' || each.kind === 'contradicted' ? 165 : 110, () =>
          questionWords(t, each, {
            names,
            parties: agreement.parties,
            ...linked({ agreement, code: each.code }, each.title),
          }),
        ),
      ),
    },
  ]
}

/** Every measure with its label, for what room the others leave. */
const everyMeasure = (t: Words, { measures, agreement }: Props): List => ({
  ...{ id: 'measures', heading: t('brief.measures_heading'), none: t('brief.measures_none') },
  items: measures.map(({ measure, standing }) =>
    item(measure.title, 24, () =>
      t.rich('brief.measure', {
        ...linked({ agreement, code: measure.code }, measure.title),
        code: measure.code,
        c: (words) => <span class="code">{words}</span>,
        label: <LabelChip label={standing.label} />,
      }),
    ),
  ),
})

/** Half lines of a Letter sheet that are left for lists under a short heading; A4 has a few more. */
const ROOM = 96
const HEADING = 2.5

function shownOf(t: Words, lists: readonly List[], { agreement, names }: Props): number[] {
  const head = agreement.title.length / 30 + namesOf(t, names, agreement.parties).length / 50
  const needs = lists.map(({ items }) => items.map(({ letters }) => linesFor(letters)))
  const room = ROOM - HEADING * lists.length - 2 * head
  const [pressing, rest] = [needs.slice(0, -1), needs.slice(-1)]
  const shown = sharedRoom(pressing, room)
  const taken = pressing
    .flatMap((lines, which) => lines.slice(0, shown[which]))
    .reduce((sum, one) => sum + one, 0)
  return [...shown, ...sharedRoom(rest, room - taken)]
}

function ListSection({ list: { id, heading, none, note, items }, shown }: { list: List; shown: number }) {
  const t = useT()
  const rest = items.length - shown
  return (
    <section id={id}>
      <h2>
        {heading} {items.length > 0 ? <span class="n">{items.length}</span> : null}
      </h2>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {items.slice(0, shown).map(({ words }) => (
            <li>{words()}</li>
          ))}
          {rest > 0 ? <li class="more">{t('brief.more', { count: rest, shown })}</li> : null}
        </ul>
      )}
      {note ? <p class="hint">{note}</p> : null}
    </section>
  )
}

/** What is overdue, disputed and stale, what moved and what to ask: as much of each as a sheet holds, and how many more there are. */
export function BriefLists(props: Props) {
  const t = useT()
  const lists = [...listsOf(t, props), everyMeasure(t, props)]
  const shown = shownOf(t, lists, props)
  return (
    <div class="brief-lists">
      {lists.map((list, which) => (
        <ListSection list={list} shown={shown[which] ?? 0} />
      ))}
    </div>
  )
}
