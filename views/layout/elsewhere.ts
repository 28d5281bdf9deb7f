import type { Frame } from './frame'

/** Addresses that belong to no page of ours, or are another one's with something added. */
export const API_DOCS = '/api/v1/docs'
export const CHECKPOINT = '/api/v1/ledger/checkpoint'
export const entryOf = (n: number): string => `/api/v1/ledger/entries/${n}`
export const proofOf = (n: number, size: number): string => `/api/v1/ledger/proof?entry=${n}&size=${size}`

/** A cursor of another day's list leads nowhere. */
export const CURSORS = ['after', 'before', 'page']

/** A place to resolve an address against; never shown. */
const BASE = 'http://page.invalid'

export const pathOf = (address: string): string => new URL(address, BASE).pathname

/** The address's query, without the parameters named. */
export function queryWithout(address: string, ...names: string[]): [string, string][] {
  return [...new URL(address, BASE).searchParams].filter(([name]) => !names.includes(name))
}

/** The address with one parameter set, or taken out where the value is null. */
export function withParameter(address: string, name: string, value: string | null): string {
  const query = new URLSearchParams(queryWithout(address, name))
  if (value !== null) query.set(name, value)
  const text = query.toString()
  return `${pathOf(address)}${text === '' ? '' : `?${text}`}`
}

export function withoutParameters(address: string, ...names: string[]): string {
  const query = new URLSearchParams(queryWithout(address, ...names)).toString()
  return `${pathOf(address)}${query === '' ? '' : `?${query}`}`
}

/** The same page on the same day, by what is known now and no later; null where nothing is known yet. */
export function permanentOf({ address, asOf, knownAt, today, head }: Frame): string | null {
  const known = knownAt ?? head?.enteredAt
  if (known === undefined) return null
  return withParameter(withParameter(address, 'as_of', asOf ?? today), 'known_at', known)
}

/** Leads from a page to what changed since the day it shows, or in the last year. */
export function compareFrom({ asOf, knownAt, yearAgo, today }: Frame, compare: string): string {
  const from = withParameter(compare, 'from', asOf ?? yearAgo)
  return withParameter(withParameter(from, 'to', today), 'known_at', knownAt)
}

/** The CSV of a list: its address with `/list.csv` and the same query. */
export function csvOf(address: string): string {
  const [path = '', query] = address.split('?', 2)
  return `${path.replace(/\/$/, '')}/list.csv${query ? `?${query}` : ''}`
}
