import type { Evidence } from '../evidence/evidence'
import { evidenceContent } from '../evidence/evidence.content'
import { toContentObject } from '../ledger/content'
import type { Fields } from '../lib/fields'
import { fieldsOf, type JsonObject } from '../lib/json'

const COLUMNS = [
  'kind',
  'title',
  'url',
  'publisher',
  'published_on',
  'published_on_precision',
  'language',
] as const

/** The evidence of a form, as the dataset has it, and at which control a problem with it is put right. */
interface Blocks {
  list: Record<string, string>[]
  atControl: (field: string) => string
}

/** Reads the evidence blocks of a form; one with neither title nor address is ignored. */
export function readBlocks(fields: Fields): Blocks {
  const count = Math.max(0, ...COLUMNS.map((column) => fields[`evidence_${column}`]?.length ?? 0))
  const places = Array.from({ length: count }, (_, place) => ({
    place,
    block: blockAt(fields, place),
  })).filter(({ block }) => block['title'] !== undefined || block['url'] !== undefined)
  return {
    list: places.map(({ block }) => block),
    atControl: (field) => {
      const [, item, column] = /^(?:evidence|sources)(?:\.(\d+)\.(\w+))?$/.exec(field) ?? []
      if (item !== undefined) return `evidence_${column}.${places[Number(item)]?.place ?? 0}`
      return field === 'evidence' || field === 'sources' ? 'evidence_title.0' : field
    },
  }
}

function blockAt(fields: Fields, place: number): Record<string, string> {
  const given = COLUMNS.map(
    (column) => [column, fields[`evidence_${column}`]?.[place]?.trim() ?? ''] as const,
  )
  const block: Record<string, string> = Object.fromEntries(given.filter(([, value]) => value !== ''))
  // Every block's list of precisions says something; without a day it says nothing.
  if (block['published_on'] === undefined) delete block['published_on_precision']
  return block
}

/** Evidence as the columns of a form. */
export const blockFields = (evidence: readonly Evidence[]): Fields =>
  Object.fromEntries(
    COLUMNS.map((column) => [
      `evidence_${column}`,
      evidence.map((one) => fieldsOf(contentOf(one)).text(column) ?? ''),
    ]),
  )

const contentOf = (evidence: Evidence): JsonObject => toContentObject(evidenceContent(evidence))

/** The evidence of a form, each piece that says what an earlier one said being that one. */
export const withIds = (before: readonly Evidence[], after: readonly Evidence[]): Evidence[] =>
  after.map((one) => before.find((known) => saysSame(known, one)) ?? one)

const saysSame = (one: Evidence, other: Evidence): boolean =>
  JSON.stringify({ ...contentOf(one), id: 0 }) === JSON.stringify({ ...contentOf(other), id: 0 })
