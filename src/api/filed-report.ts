import { toContentObject } from '../ledger/content'
import { type Once, onceDigest } from '../ledger/once.store'
import { isObject, type Json, type JsonObject } from '../lib/json'
import { settle } from '../lib/schema'
import { clean } from '../lib/text'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import { type By, CHANNELS, KINDS, type ReportWording } from '../status-reports/status-report'
import { readReport } from '../status-reports/status-report.content'
import { saidIn } from '../status-reports/status-report.form'
import type { Said } from '../users/pens'
import { filedSchema } from './report.schema'

/** A report as a program filed it: what permission looks at, and the report or what is wrong with it. */
export interface FiledReport {
  said: Said
  read: { wording: ReportWording } | { problems: Problem[] }
  seen: number | null
  preview: boolean
  key: string | null
  /** What says whether two filings say the same. */
  digest: string
}

// What the record gives a report itself.
const GIVEN = ['id', 'recorded_at', 'withdrawn', 'replies']
const GIVEN_TO_EVIDENCE = ['id', 'recorded_at']
// What may differ when the same report is sent a second time.
const PASSING = ['seen', 'preview', 'idempotency_key']

/** Reads a posted report; `by` is its author's name where it is filed as their own. */
export function readFiled(posted: unknown, by: By): FiledReport {
  const object = isObject(posted) ? posted : {}
  const said = sayerIn(object)
  const problems = isObject(posted) ? notTheirs(object) : [{ field: '', message: 'rules.shape' } as const]
  const read = readWording(object)
  const wrong = [...problems, ...ownNames(object, said), ...('problems' in read ? read.problems : [])]
  const unique = wrong.filter(({ field }, i) => wrong.findIndex((other) => other.field === field) === i)
  return {
    said,
    read:
      'problems' in read || unique.length > 0
        ? { problems: unique }
        : { wording: said.channel === 'own' ? { ...read.wording, by } : read.wording },
    seen: typeof object['seen'] === 'number' ? object['seen'] : null,
    preview: Boolean(object['preview']),
    key: typeof object['idempotency_key'] === 'string' ? object['idempotency_key'] : null,
    digest: onceDigest('problems' in read ? cleaned(object) : saidIn(read.wording)),
  }
}

function sayerIn(object: JsonObject): Said {
  const party = object['party']
  return {
    kind: KINDS.find((kind) => kind === object['kind']) ?? null,
    channel: CHANNELS.find((channel) => channel === (object['channel'] ?? 'own')) ?? null,
    party: typeof party === 'string' ? party : null,
  }
}

function readWording(object: JsonObject): { wording: ReportWording } | { problems: Problem[] } {
  const theirs = Object.fromEntries(Object.entries(object).filter(([name]) => !GIVEN.includes(name)))
  const { success, data, error } = filedSchema.safeParse(theirs)
  if (!success) return { problems: problemsFrom(error) }
  const {
    seen: _,
    preview: __,
    idempotency_key: ___,
    by_name: name,
    by_organisation: organisation,
    ...fields
  } = data
  const report = { ...settle(fields, 'as_of', 'last'), by: fields.by ?? { name, organisation } }
  return { wording: { ...readReport(toContentObject(report)), channel: fields.channel ?? 'own' } }
}

/** An id or an instant is the record's to give, also to evidence. */
function notTheirs(object: JsonObject): Problem[] {
  const evidence = Array.isArray(object['evidence']) ? object['evidence'] : []
  const fields = [
    ...GIVEN.filter((name) => Object.hasOwn(object, name)),
    ...evidence.flatMap((item, i) =>
      isObject(item)
        ? GIVEN_TO_EVIDENCE.filter((name) => Object.hasOwn(item, name)).map((name) => `evidence.${i}.${name}`)
        : [],
    ),
  ]
  return fields.map((field) => ({ field, message: 'rules.not_yours' }))
}

/** Who files their own report is named by their account. */
function ownNames(object: JsonObject, { channel }: Said): Problem[] {
  if (channel !== 'own') return []
  return ['by', 'by_name', 'by_organisation']
    .filter((field) => object[field] !== undefined && object[field] !== null && object[field] !== '')
    .map((field) => ({ field, message: 'rules.report.own_by' }))
}

// What cannot be read as a report is compared as it was sent.
const cleaned = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([name, value]) => !PASSING.includes(name) && value !== null)
      .map(([name, value]) => [name, cleanedText(value)]),
  )

function cleanedText(value: Json): Json {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map(cleanedText)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [clean(name), cleanedText(inner)]))
    : value
}

/** Where a program names its filing, so that it is filed once. */
export const KEY = 'Idempotency-Key'
export const LONGEST_KEY = 200

/** The key of a filing; 'malformed' where it cannot be one. */
export function onceOf(
  filed: FiledReport,
  header: string | undefined,
  sent: { account: string; address: string },
): Once | null | 'malformed' {
  const key = header ?? filed.key
  if (key === null) return null
  return key.length > 0 && key.length <= LONGEST_KEY ? { ...sent, key, digest: filed.digest } : 'malformed'
}
