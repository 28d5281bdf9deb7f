export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object a text holds; anything else is a broken promise of whoever wrote it. */
export function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (!isObject(value)) throw new Error('expected a JSON object')
  return value
}

/** Typed readings of an object's fields; null where a field is absent or of another kind. */
export function fieldsOf(object: JsonObject) {
  const at = (key: string): Json | undefined => object[key]
  return {
    has: (key: string): boolean => at(key) !== undefined,
    text: (key: string): string | null => {
      const value = at(key)
      return typeof value === 'string' ? value : null
    },
    /** Numbers that are no integers stand as text in the record. */
    number: (key: string): number | null => {
      const value = at(key)
      const read = typeof value === 'string' && value !== '' ? Number(value) : value
      return typeof read === 'number' && Number.isFinite(read) ? read : null
    },
    flag: (key: string): boolean | null => {
      const value = at(key)
      return typeof value === 'boolean' ? value : null
    },
    texts: (key: string): string[] => {
      const value = at(key)
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    },
    object: (key: string): JsonObject | null => {
      const value = at(key)
      return isObject(value) ? value : null
    },
    objects: (key: string): JsonObject[] => {
      const value = at(key)
      return Array.isArray(value) ? value.filter(isObject) : []
    },
    oneOf: <W extends string | number>(key: string, words: readonly W[]): W | null =>
      words.find((word) => word === at(key)) ?? null,
  }
}

/** The fields that are known. */
export const dropNulls = <T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } => {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {}
  for (const key in object) {
    const value = object[key]
    if (value !== null && value !== undefined) kept[key] = value
  }
  return kept
}
