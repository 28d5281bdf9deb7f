import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { type Answer, type Once, onceInLedger, type Repeated } from '../ledger/once.store'
import type { Problem } from '../messages/problem'

/** Who changes the record through a form, under which key, and what they had seen of it. */
export interface Editing {
  actor: Actor
  once: Once | null
  /** The last entry when the form was made; null for no check. */
  seen: number | null
}

/** What a form says, or what keeps it from being read. */
export type Read<T> = { said: T } | { problems: Problem[] }

/** What became of an act; `overtaken` when somebody else revised the same thing in between. */
export type Judged =
  | { outcome: 'recorded'; answer: Answer }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'overtaken' }
  | { outcome: 'not found' }
export type Edited = Judged | Repeated

export const recorded = (location: string): Judged => ({
  outcome: 'recorded',
  answer: { status: 303, location },
})
export const refused = (...problems: Problem[]): Judged => ({ outcome: 'refused', problems })
export const notFound: Judged = { outcome: 'not found' }

/** One act through a form, in one transaction. Judged in the order: key, fields, then what the work looks at. */
export const edit = <T>(
  deps: Deps,
  once: Once | null,
  read: Read<T>,
  work: (ledger: Ledger, said: T) => Promise<Judged>,
): Promise<Edited> =>
  onceInLedger<Judged & { answer?: Answer }>(deps, once, async (ledger) =>
    'problems' in read ? refused(...read.problems) : work(ledger, read.said),
  )

interface Versioned {
  wordings: readonly { entry: number }[]
}

/** Whether a newer wording than the form was made from has entered. */
export const isOvertaken = ({ wordings }: Versioned, seen: number | null): boolean =>
  seen !== null && wordings.some(({ entry }) => entry > seen)
