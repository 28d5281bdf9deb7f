/** What a browser sent, every value of every name in the order of the page; kept as typed. */
export type Fields = Readonly<Record<string, readonly string[]>>

/** The first value of a name; empty when there is none. */
export const first = (fields: Fields, name: string): string => fields[name]?.[0] ?? ''

/** The first value, or undefined where it is empty; what schemas take for unknown. */
export const given = (fields: Fields, name: string): string | undefined =>
  first(fields, name).trim() || undefined

/** A number as people type it; the text itself where it is none, so that a schema can refuse it. */
export function numberGiven(fields: Fields, name: string): number | string | undefined {
  const value = given(fields, name)
  if (value === undefined) return undefined
  const read = Number(value)
  return Number.isNaN(read) ? value : read
}
