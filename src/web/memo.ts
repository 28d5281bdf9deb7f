import type { Deps } from '../deps'
import { dayOf } from '../lib/dates'

/** Keeps the answers of a question about the whole record until the ledger or the UTC day moves. */
export function rememberByHead<K extends string, V>(
  deps: Deps,
  answer: (key: K) => Promise<V>,
  most = 8,
): (key: K) => Promise<V> {
  let stamp = ''
  let kept = new Map<K, Promise<V>>()
  return async (key) => {
    const now = `${await deps.db.head()}:${dayOf(deps.clock())}`
    if (now !== stamp) {
      stamp = now
      kept = new Map()
    }
    const known = kept.get(key)
    if (known) return known
    const fresh = answer(key)
    kept.set(key, fresh)
    fresh.catch(() => kept.delete(key))
    if (kept.size > most) kept.delete([...kept.keys()][0] ?? key)
    return fresh
  }
}
