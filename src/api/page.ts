import { MOST_ITEMS } from './question'

/** Where the API lives; the first part of every address of it. */
export const API = '/api/v1'

/** The first `limit` rows of a list, and the cursor of what follows; null when nothing does. */
export function firstOf<T, K>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => K,
): { rows: T[]; cursor: K | null } {
  const page = rows.slice(0, Math.min(limit, MOST_ITEMS))
  const last = page.at(-1)
  return { rows: page, cursor: last === undefined || rows.length <= page.length ? null : cursorOf(last) }
}

/** An absolute address with what is known of a query; undefined and null are left out. */
export function address(
  publicUrl: string,
  path: string,
  query: Record<string, string | number | null | undefined>,
): string {
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) kept.set(name, String(value))
  const text = kept.toString()
  return `${publicUrl}${path}${text === '' ? '' : `?${text}`}`
}
