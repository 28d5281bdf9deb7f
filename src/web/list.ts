import type { Context } from 'hono'
import { naturally } from '../lib/text'
import { type Filter, readFilter } from '../dashboards/filter'
import type { Placed } from '../dashboards/placed.queries'
import { BadParameter } from './asked'

const badParameter = (c: Context, name: string) => new BadParameter(name, c.req.query(name) ?? '')

/** A list's filters; a malformed one ends the request with 400. */
export function filterOf(c: Context): Filter {
  const read = readFilter((name) => c.req.query(name))
  if ('problem' in read) throw badParameter(c, read.problem)
  return read.filter
}

/** The filters as a form shows them again. */
export const chosenOf = (filter: Filter) => ({
  party: filter.party ?? '',
  label: filter.label ?? '',
  flag: filter.flag ?? '',
  theme: filter.theme ?? '',
  year: filter.year ?? '',
})

export const themesIn = (placed: readonly Placed[]): string[] =>
  [...new Set(placed.flatMap(({ measure }) => measure.theme ?? []))].sort(naturally)

/** The years in which the agreements of some measures were concluded, the latest first. */
export const yearsIn = (placed: readonly Placed[]): string[] =>
  [...new Set(placed.map(({ agreement }) => agreement.concludedOn.slice(0, 4)))].sort().reverse()

/** One page of a list that is at hand whole, and the addresses of its neighbours. */
export function pageOf<T>(c: Context, items: readonly T[], size: number) {
  const asked = Number(c.req.query('page') ?? '1')
  if (!Number.isInteger(asked) || asked < 1) throw badParameter(c, 'page')
  const last = Math.max(1, Math.ceil(items.length / size))
  return {
    items: items.slice((asked - 1) * size, asked * size),
    newer: asked > 1 ? addressWith(c, 'page', String(Math.min(asked - 1, last))) : null,
    older: asked < last ? addressWith(c, 'page', String(asked + 1)) : null,
  }
}

/** The address asked for with one parameter set. */
export function addressWith(c: Context, name: string, value: string | null): string {
  const url = new URL(c.req.url)
  if (value === null) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  return url.pathname + url.search
}

/** A whole number of a query; null when absent, 400 when it is none. */
export function countOf(c: Context, name: string): number | null {
  const text = c.req.query(name)
  if (text === undefined || text === '') return null
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1) throw badParameter(c, name)
  return count
}
