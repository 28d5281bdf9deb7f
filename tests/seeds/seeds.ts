import { readdirSync, readFileSync } from 'node:fs'

interface Evidence {
  kind: string
  title?: string
  url?: string
  publisher?: string
  published_on?: string
  published_on_precision?: string
}
interface By {
  name?: string
  organisation?: string
}
interface Note {
  on: string
  kind: string
  by_party?: string
  text: string
  evidence?: Evidence[]
}
interface Observation {
  observed_on: string
  evidence?: Evidence[]
}
interface Deadline {
  due_on: string | null
  decided_on: string
  reason?: string
}
interface Report {
  kind: string
  party?: string
  stage: number | null
  reason?: string
  condition?: string
  channel?: string
  as_of: string
  by?: By
  summary?: string
  evidence?: Evidence[]
}
interface Measure {
  code: string
  title: string
  obligation: string
  owed_by: string[]
  bodies?: Record<string, string>
  repeats?: string[]
  notes?: Note[]
  deadlines?: Deadline[]
  observations?: Observation[]
  reports?: Report[]
}
interface Assessment {
  as_of: string
  evidence?: Evidence[]
}
interface Aim {
  code: string
  title: string
  assessments?: Assessment[]
}
interface Agreement {
  slug: string
  title: string
  kind: string
  concluded_on: string
  parties: string[]
  sources?: Evidence[]
  aims?: Aim[]
  notes?: Note[]
  measures?: Measure[]
}
interface Party {
  slug: string
  part_of?: string
}
interface Dataset {
  format: string
  parties: Party[]
  agreements: Agreement[]
}
export interface RecordRow {
  thread: string
  row: number | string
  on: string
  kind: string
  as: string
  source: string
  where: string
}

const folder = new URL('../../seeds/', import.meta.url)

/** In the order in which they are loaded. */
export const seedFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ({ name, data: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Dataset }))

export const agreements = seedFiles.flatMap(({ data }) => data.agreements)

export const measures = agreements.flatMap((agreement) =>
  (agreement.measures ?? []).map((measure) => ({
    agreement,
    measure,
    at: `${agreement.slug}/${measure.code}`,
  })),
)

export const reports = measures.flatMap(({ agreement, measure, at }) =>
  (measure.reports ?? []).map((report, i) => ({ agreement, measure, report, at: `${at} report ${i}` })),
)

/** Everything in a place that is dated and sourced: one row of the record must be found in one of them. */
export interface Item {
  as: string
  days: string[]
  sources: string
  /** The party that speaks, if one does. */
  party: string | undefined
  kind: string
}

const sourcesOf = (evidence: Evidence[] = []): string =>
  evidence.map(({ title, url, publisher }) => [title, url, publisher].join(' ')).join(' ')

const noteItem = (note: Note): Item => ({
  as: 'note',
  days: [note.on],
  sources: sourcesOf(note.evidence),
  party: note.by_party,
  kind: note.kind,
})

const agreementItem = ({ concluded_on, sources }: Agreement): Item => ({
  as: 'agreement',
  days: [concluded_on],
  sources: sourcesOf(sources),
  party: undefined,
  kind: 'agreement',
})

const itemsOfMeasure = (measure: Measure): Item[] => [
  ...(measure.notes ?? []).map(noteItem),
  ...(measure.observations ?? []).map(({ observed_on, evidence }) => ({
    as: 'observation',
    days: [observed_on],
    sources: sourcesOf(evidence),
    party: undefined,
    kind: 'observation',
  })),
  ...(measure.deadlines ?? []).map(({ due_on, decided_on, reason }) => ({
    as: 'deadline',
    days: due_on === null ? [decided_on] : [due_on, decided_on],
    sources: reason ?? '',
    party: undefined,
    kind: 'deadline',
  })),
  ...(measure.reports ?? []).map(({ kind, as_of, party, evidence }) => ({
    as: kind,
    days: [as_of],
    sources: sourcesOf(evidence),
    party,
    kind,
  })),
]

/** What is filed at `agreement-slug` or `agreement-slug/measure-code`; undefined when there is no such place. */
export function itemsAt(where: string): Item[] | undefined {
  const [slug, code] = where.split('/')
  const agreement = agreements.find((one) => one.slug === slug)
  if (!agreement) return undefined
  if (code === undefined) return [agreementItem(agreement), ...(agreement.notes ?? []).map(noteItem)]
  const measure = agreement.measures?.find((one) => one.code === code)
  return measure && [agreementItem(agreement), ...itemsOfMeasure(measure)]
}

export const rows = JSON.parse(
  readFileSync(new URL('record-rows.json', import.meta.url), 'utf8'),
) as RecordRow[]

type Visit = (key: string, value: unknown, parent: Record<string, unknown>, at: string) => void

/** Every field of every object, at any depth, with the object it stands in and the path to it. */
export function eachField(value: unknown, visit: Visit, at = ''): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    const path = `${at}/${key}`
    visit(key, inner, value as Record<string, unknown>, path)
    eachField(inner, visit, path)
  }
}
