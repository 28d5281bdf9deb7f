import type { Deps } from '../deps'
import { entriesFrom, type EntrySince } from '../ledger/changes.queries'

/** An answer about the whole record that does not depend on the day: how it is made, and brought up to date. */
interface Question<V> {
  make: (key: string) => Promise<V>
  /** The answer after more entries, from the one before them. */
  after: (key: string, before: V, entries: readonly EntrySince[]) => V | Promise<V>
  /** How much of `most` an answer takes up. */
  sizeOf: (answer: V) => number
  most: number
}

interface Known<V> {
  /** The last entry that the answer is sure to know, by number and digest. */
  n: number
  digest: string
  answer: V
}

/** More entries than these are not followed one by one. */
const MOST_ENTRIES = 500

/**
 * Keeps answers about the whole record, and brings them up to date with what the ledger says was done since, whoever did
 * it. The ones that were asked for longest ago are forgotten first.
 */
export function followLedger<V>(deps: Deps, question: Question<V>): (key: string) => Promise<V> {
  const kept = new Map<string, { known: Promise<Known<V>>; size: number }>()
  const makeRoom = () => {
    let size = [...kept.values()].reduce((sum, each) => sum + each.size, 0)
    for (const [oldest, each] of kept) {
      if (size <= question.most || kept.size === 1) return
      kept.delete(oldest)
      size -= each.size
    }
  }
  return async (key) => {
    const before = kept.get(key)
    const known = before
      ? before.known.then((it) => upToDate(deps, question, key, it))
      : fresh(deps, question, key)
    const mine = { known, size: before?.size ?? 0 }
    kept.delete(key)
    kept.set(key, mine)
    try {
      const { answer } = await known
      mine.size = question.sizeOf(answer)
      makeRoom()
      return answer
    } catch (error) {
      if (kept.get(key) === mine) kept.delete(key)
      throw error
    }
  }
}

async function fresh<V>({ db }: Deps, { make }: Question<V>, key: string): Promise<Known<V>> {
  // Before the answer is made, which may then know more, and never less.
  const [last] = await entriesFrom(db.read, await db.head(), 1)
  return { n: last?.n ?? 0, digest: last?.digest ?? '', answer: await make(key) }
}

async function upToDate<V>(
  deps: Deps,
  question: Question<V>,
  key: string,
  before: Known<V>,
): Promise<Known<V>> {
  if ((await deps.db.head()) === before.n) return before
  const [known, ...since] = await entriesFrom(deps.db.read, before.n, MOST_ENTRIES)
  const last = since.at(-1)
  // Another record stands in the place of the one that was asked, or much was done.
  if (!last || known?.digest !== before.digest || since.length === MOST_ENTRIES - 1)
    return fresh(deps, question, key)
  return { n: last.n, digest: last.digest, answer: await question.after(key, before.answer, since) }
}
