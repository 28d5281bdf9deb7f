import type { Child } from 'hono/jsx'
import type { Question } from '../../src/attention/questions'
import { DayOf, exactnessOf } from '../ui/day'
import { nameOf, namesOf, type Names } from '../ui/names'
import type { Words } from '../ui/words'

interface Around {
  names: Names
  /** Of the agreement. */
  parties: readonly string[]
  title: string
  /** Links the title. */
  a: (words: Child[]) => Child
}

function asked(t: Words, question: Question, { names, title, a }: Around): Child {
  const { known } = question
  switch (question.kind) {
    case 'overdue':
    case 'due_soon':
      return t.rich(`brief.ask_${question.kind}`, {
        ...{ title, a, exact: exactnessOf(question.dueOn, known.due) },
        day: <DayOf day={question.dueOn} known={known.due} />,
      })
    case 'differ': {
      const { high, low } = question
      return t.rich('brief.ask_differ', {
        ...{ title, a },
        ...{ high: nameOf(names, high.party), highStage: high.stage, highSource: high.channel },
        ...{ low: nameOf(names, low.party), lowStage: low.stage, lowSource: low.channel },
      })
    }
    case 'contradicted': {
      const { claim, finding } = question
      return t.rich('brief.ask_contradicted', {
        ...{ title, a, stage: claim.stage, source: claim.channel, found: finding.stage },
        day: <DayOf day={finding.asOf} known={known.said} />,
      })
    }
    case 'stale':
      return t.rich('brief.ask_stale', { title, a, day: <DayOf day={question.heardOn} known={known.said} /> })
    case 'unverified':
      return t.rich('brief.ask_unverified', { title, a, stage: question.stage })
    case 'never':
      return t.rich('brief.ask_never', { title, a })
  }
}

/** "Ask Iran: the fence was due 1 March 2019. What remains to be done?" */
export function questionWords(t: Words, question: Question, around: Around): Child {
  const { ask } = question
  return t.rich('brief.ask', {
    both: around.parties.length === 2 && ask.length === 2 ? 'yes' : 'no',
    parties: namesOf(t, around.names, ask),
    question: asked(t, question, around),
    b: (words: Child[]) => <b>{words}</b>,
  })
}
