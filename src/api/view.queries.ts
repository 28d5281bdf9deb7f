import { type Placed, placedMeasures } from '../dashboards/placed.queries'
import type { Register } from '../dashboards/register'
import type { Db } from '../db/database'
import type { Deps } from '../deps'
import { headOf } from '../ledger/ledger.store'
import { dayOf, type Day, type Instant } from '../lib/dates'
import type { Asked } from '../standing/facts'
import { enteredBy } from './entered-by.queries'
import type { Question } from './question'

/** The record as one question sees it, and what pins the next page to the same view. */
export interface View {
  db: Db
  asked: Asked
  /** The last entry when the question was asked. */
  head: Head
  pins: { as_of: Day; known_at: Instant; at: number }
  /** The measures of some agreements, or of all, where they stand. */
  placed: (agreementIds?: readonly string[]) => Promise<Placed[]>
}

/** What every view is made from. */
export interface Source {
  deps: Deps
  register: Register
}
type Head = Awaited<ReturnType<typeof headOf>>

function viewAt({ deps, register }: Source, question: Question, head: Head): View {
  const asOf = question.as_of ?? dayOf(deps.clock())
  const pins = { as_of: asOf, known_at: question.known_at ?? head.enteredAt, at: question.at ?? head.n }
  // An instant after the last entry is today's knowledge, and shares its answers.
  const current = question.known_at === undefined || question.known_at >= head.enteredAt
  const asked = { asOf, knownAt: current ? null : pins.known_at }
  const db = deps.db.read
  return {
    db,
    asked,
    head,
    pins,
    placed: (ids) => (ids ? register.placedIn(asked, ids) : register.placed(asked)),
  }
}

/** The same view with nothing that entered after its last entry, whatever an import may have dated back. */
function pinnedView(source: Source, question: Question, head: Head): View {
  const { pins } = viewAt(source, question, head)
  const db = enteredBy(source.deps.db.read, pins.at)
  const asked = { asOf: pins.as_of, knownAt: pins.known_at }
  return { db, asked, head, pins, placed: (ids) => placedMeasures(db, asked, ids) }
}

/** Answers from one state of the record: again when an entry came in between, and in the end from a pinned view. */
export async function answered<T>(
  source: Source,
  question: Question,
  answer: (view: View) => Promise<T>,
): Promise<T> {
  const { db } = source.deps
  for (let tries = 0; tries < 2; tries++) {
    const head = await headOf(db.read)
    if (question.at !== undefined && question.at < head.n) return answer(pinnedView(source, question, head))
    const given = await answer(viewAt(source, question, head))
    if ((await db.head()) === head.n) return given
  }
  const head = await headOf(db.read)
  return answer(pinnedView(source, question, head))
}
