import { expect, test } from 'vitest'
import { agreements, eachField, itemsAt, measures, reports, rows, seedFiles } from './seeds'
import type { Item, RecordRow } from './seeds'

const COMPILED = '2026-11-23T12:00:00.000Z'
const FIRST_OF_PERIOD = ['concluded_on', 'decided_on']
const LAST_OF_PERIOD = ['as_of', 'due_on', 'observed_on', 'on', 'published_on']
const DAYS = [...FIRST_OF_PERIOD, ...LAST_OF_PERIOD]
const OBJECTS = ['parties', 'agreements', 'aims', 'assessments', 'measures', 'deadlines', 'observations']
const RECORDED = [...OBJECTS, 'notes', 'reports']

const lastDayOf = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** The day a period is stored as: its first for what was concluded or decided, its last for all else. */
function storedDay(day: string, precision: unknown, first: boolean): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  if (precision === 'year') return `${day.slice(0, 4)}${first ? '-01-01' : '-12-31'}`
  if (precision === 'month') return first ? `${day.slice(0, 7)}-01` : lastDayOf(year, month)
  return day
}

/** The faults that `check` finds in any field of any file. */
function faultsInFields(
  check: (key: string, value: unknown, parent: Record<string, unknown>) => string | false,
): string[] {
  const faults: string[] = []
  for (const { name, data } of seedFiles)
    eachField(data, (key, value, parent, at) => {
      const fault = check(key, value, parent)
      if (fault) faults.push(`${name}${at}: ${fault}`)
    })
  return faults
}

test('every file is a dataset, and everything in it carries the instant of compilation', () => {
  expect(seedFiles.length).toBeGreaterThan(0)
  expect(seedFiles.filter(({ data }) => data.format !== 'followthrough-dataset/1')).toEqual([])
  const faults = faultsInFields((key, value, parent) => {
    if (key === 'recorded_at') return value !== COMPILED && 'another instant'
    if (!RECORDED.includes(key) || !Array.isArray(value) || typeof value[0] === 'string') return false
    if (key === 'parties' && 'slug' in parent) return false
    return value.some((one: { recorded_at?: string }) => !one.recorded_at) && 'not dated'
  })
  expect(faults).toEqual([])
})

test('slugs and codes are well formed and name one thing', () => {
  const places = [...agreements.map(({ slug }) => slug), ...measures.map(({ at }) => at)]
  expect(places.length).toBe(new Set(places).size)
  expect(agreements.filter(({ slug }) => !/^[a-z0-9-]{1,80}$/.test(slug))).toEqual([])
  expect(measures.filter(({ measure }) => !/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(measure.code))).toEqual([])
})

test('every source has a title or an address, and a publisher', () => {
  const faults = faultsInFields((key, value) => {
    if (key === 'url') return !/^https?:\/\/\S+$/.test(String(value)) && `${String(value)} is no address`
    if (key !== 'evidence' && key !== 'sources') return false
    const list = value as { title?: string; url?: string; publisher?: string }[]
    if (list.length === 0) return 'empty'
    return list.some(({ title, url, publisher }) => !(title ?? url) || !publisher) && 'no title or publisher'
  })
  expect(faults).toEqual([])
})

test('everything that is said has a source', () => {
  const faults = faultsInFields((key, value) => {
    if (!['notes', 'observations', 'reports', 'assessments', 'agreements'].includes(key)) return false
    const field = key === 'agreements' ? 'sources' : 'evidence'
    const list = value as Record<string, unknown[] | undefined>[]
    return list.some((one) => !one[field]?.length) && `without ${field}`
  })
  expect(faults).toEqual([])
})

test('every deadline gives a reason that names its source', () => {
  const publishers = new Set<string>()
  faultsInFields((key, value) => {
    if (key === 'publisher') publishers.add(String(value).split(/[(,]/)[0]?.trim() ?? '')
    return false
  })
  const faults = measures.flatMap(({ measure, at }) =>
    (measure.deadlines ?? []).filter(
      ({ reason = '' }) => ![...publishers].some((one) => one !== '' && reason.includes(one)) && at,
    ),
  )
  expect(faults).toEqual([])
})

test('parties are the same in every file that names them, and only a party of an agreement owes or speaks', () => {
  const known = new Map<string, string>()
  for (const { name, data } of seedFiles) {
    const own = data.parties.map(({ slug }) => slug)
    for (const party of data.parties) {
      const text = JSON.stringify(party)
      expect(known.get(party.slug) ?? text, `${name} ${party.slug}`).toBe(text)
      known.set(party.slug, text)
      if (party.part_of) expect(own).toContain(party.part_of)
    }
    for (const { parties } of data.agreements) expect(own).toEqual(expect.arrayContaining(parties))
  }
  const strangers = measures.flatMap(({ agreement, measure, at }) => {
    const notes = [...(measure.notes ?? []), ...(agreement.notes ?? [])]
    const spoken = [...(measure.reports ?? []).map((one) => one.party), ...notes.map((one) => one.by_party)]
    const named = [...measure.owed_by, ...Object.keys(measure.bodies ?? {}), ...spoken]
    return named.filter((one) => one !== undefined && !agreement.parties.includes(one)).map((one) => at + one)
  })
  expect(strangers).toEqual([])
  expect(measures.filter(({ measure }) => measure.owed_by.length === 0)).toEqual([])
})

test('days are days, stored as their precision asks, and nothing but a deadline lies ahead', () => {
  const faults = faultsInFields((key, value, parent) => {
    if (key.endsWith('_precision'))
      return !['month', 'year', 'inferred'].includes(String(value)) && `precision ${String(value)}`
    if (!DAYS.includes(key) || value === null) return false
    const day = typeof value === 'string' ? value : ''
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return `${day} is no day`
    const stored = storedDay(day, parent[`${key}_precision`], FIRST_OF_PERIOD.includes(key))
    if (stored !== day) return `${day} is stored as ${stored}`
    return key !== 'due_on' && day > COMPILED.slice(0, 10) && `${day} has not come yet`
  })
  expect(faults).toEqual([])
})

test('no report describes a day before its agreement was concluded', () => {
  const early = reports.filter(({ agreement, report }) => report.as_of < agreement.concluded_on)
  expect(early.map(({ at }) => at)).toEqual([])
})

test('every report keeps the rules of its kind', () => {
  const faults = reports.flatMap(({ report, at }) => {
    const kinds = (report.evidence ?? []).map(({ kind }) => kind)
    const solid = kinds.some((kind) => kind === 'act' || kind === 'record')
    const { kind, stage } = report
    if (!report.summary) return [`${at}: no summary`]
    if (report.channel !== undefined && report.channel !== 'public_source') return [`${at}: channel`]
    if (kind === 'claim') return stage === null || !report.party ? [`${at}: a claim has stage and party`] : []
    if (report.party) return [`${at}: a finding has no party`]
    if (stage === null) return !report.reason || report.condition ? [`${at}: a null stage has a reason`] : []
    if (report.reason) return [`${at}: a stage has no reason`]
    return stage >= 2 && !solid ? [`${at}: announcements alone`] : []
  })
  expect(faults).toEqual([])
})

test('every finding is signed as an illustration', () => {
  const names = reports.filter(({ report }) => report.kind === 'finding').map(({ report }) => report.by?.name)
  expect(new Set(names)).toEqual(new Set(['Followthrough editors (illustration)']))
})

test('only quantities and periodic measures have observations', () => {
  const others = measures.filter(({ measure: { obligation, observations } }) => {
    return observations?.length && !['quantity', 'periodic'].includes(obligation)
  })
  expect(others.map(({ at }) => at)).toEqual([])
})

test('a measure repeats only what stands before it and was agreed before it', () => {
  const faults = measures.flatMap(({ agreement, measure, at }, i) =>
    (measure.repeats ?? []).filter((earlier) => {
      const target = measures.slice(0, i).find((one) => one.at === earlier)
      return !target || target.agreement.concluded_on > agreement.concluded_on ? at : false
    }),
  )
  expect(faults).toEqual([])
})

test('the hotline is one lineage of five promises', () => {
  const chain = ['border-open-2025/hotline']
  for (let at = chain[0]; at !== undefined;) {
    const repeats: string[] = measures.find((one) => one.at === at)?.measure.repeats ?? []
    expect(repeats.length).toBeLessThanOrEqual(1)
    at = repeats[0]
    if (at) chain.push(at)
  }
  const years = chain.map((place) => measures.find((one) => one.at === place)?.agreement.concluded_on)
  expect(years).toEqual(['2025-05-28', '2017-11-07', '2017-05-03', '2015-04-01', '2014-05-06'])
})

test('the agreement of 2017 has its six measures, its three aims and its first source', () => {
  const chiefs = agreements.find(({ slug }) => slug === 'army-chiefs-tehran-2017')
  expect(chiefs?.concluded_on).toBe('2017-11-07')
  expect(chiefs?.measures?.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(chiefs?.aims?.length).toBe(3)
  expect(chiefs?.sources?.[0]).toMatchObject({ title: 'Talking to Tehran', published_on: '2017-11-10' })
})

const SPEAKERS: Record<string, string> = { PK: 'pakistan', IR: 'iran' }
const NOTES: Record<string, string> = { conflict: 'conflict', comment: 'comment', breach: 'breach_alleged' }

function carries(item: Item, { as, on, source, kind }: RecordRow): boolean {
  const [word = '', side = ''] = kind.split('-')
  const noteKind = NOTES[word]
  return (
    item.as === as &&
    item.days.some((day) => day.startsWith(on)) &&
    item.sources.includes(source) &&
    (side === '' || item.party === SPEAKERS[side]) &&
    (noteKind === undefined || item.kind === noteKind)
  )
}

test('every row of the record is found at its place, with its day and its source', () => {
  const lost = rows.filter((row) => !itemsAt(row.where)?.some((item) => carries(item, row)))
  expect(lost).toEqual([])
})

test('what the record calls a re-pledge repeats an earlier measure', () => {
  const repledges = rows.filter(({ kind }) => kind === 'repledge').map(({ where }) => where)
  const alone = repledges.filter((where) => !measures.find(({ at }) => at === where)?.measure.repeats?.length)
  expect(alone).toEqual([])
})

// The number of rows in each table of the record, counted there.
const TABLES: Record<string, number> = {
  ...{ A: 9, A1: 7, A2: 8, A2b: 9, A3: 5, A4: 12, A5: 9, A6: 4, Commissions: 11 },
  ...{ B: 3, C: 11, D: 9, E: 4, F: 14, G: 5, H: 6, 'I-K': 3 },
}

test('no row of a table of the record is missing', () => {
  for (const [thread, count] of Object.entries(TABLES)) {
    const numbers = rows.filter((row) => row.thread === thread).map(({ row }) => row)
    const inTable = [...new Set(numbers.filter((row) => typeof row === 'number'))].sort((a, b) => a - b)
    expect(inTable, thread).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  }
})
