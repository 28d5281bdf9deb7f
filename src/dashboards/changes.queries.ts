import type { Agreement } from '../agreements/agreement'
import { agreementsAt } from '../agreements/agreement.store'
import { type DayPassed, readDayPassed } from '../days/day-passed'
import type { Verdict } from '../aims/aim'
import { readAssessment } from '../aims/aim.content'
import { aimsAt } from '../aims/aim.store'
import type { Db } from '../db/database'
import { readDeadline } from '../deadlines/deadline.content'
import { entriesBackwards, type EntryWithContent, titleIn, type Wanted } from '../ledger/changes.queries'
import type { Entry } from '../ledger/entry'
import type { Day, Instant, Precision } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import { measureIdsAt, measuresAt } from '../measures/measure.store'
import type { StatusReport } from '../status-reports/status-report'
import { readReport } from '../status-reports/status-report.content'

/** One entry of the ledger with what a sentence about it needs. */
export interface Change {
  entry: Entry
  agreement: { slug: string; title: string } | null
  measure: { code: string; title: string } | null
  /** Who claims or replies; or the party that was added or revised. */
  party: string | null
  report: Pick<StatusReport, 'id' | 'kind' | 'stage' | 'reason' | 'asOf' | 'asOfPrecision' | 'channel'> | null
  /** The report that was replied to. */
  answered: string | null
  /** Who owes the measure. */
  owedBy: string[]
  /** What a deadline decision set; `on` null where it lifted the deadline. */
  due: { on: Day | null; precision: Precision } | null
  /** The title of what has one besides agreement and measure, such as an aim. */
  title: string | null
  /** What a day brought. */
  passed: (DayPassed & { days: number }) | null
  /** The aim that was added or assessed, and which way it was said to go. */
  aim: { code: string; title: string; verdict: Verdict | null } | null
  redacted: boolean
}

/** What changed last, newest first, named as it is called now. */
export async function changesAt(db: Db, wanted: Wanted): Promise<Change[]> {
  const entries = await entriesBackwards(db, wanted)
  const titles = await titlesOf(db, entries, wanted)
  return entries.map((each) => changeOf(each, titles))
}

interface Titles {
  /** By `agreement/code`. */
  aims: Map<string, string>
  agreements: Map<string, string>
  measures: Map<string, { title: string; owedBy: string[] }>
}

async function titlesOf(
  db: Db,
  entries: readonly EntryWithContent[],
  { knownAt = null }: Wanted,
): Promise<Titles> {
  const slugs = [...new Set(entries.flatMap(({ entry }) => entry.agreement ?? []))]
  const addresses = [
    ...new Set(
      entries.flatMap(({ entry }) => (entry.measure === null ? [] : `${entry.agreement}/${entry.measure}`)),
    ),
  ]
  const ids = [...(await measureIdsAt(db, addresses)).values()]
  const agreements = await agreementsAt(db, knownAt, { slugs })
  const measures = await measuresAt(db, knownAt, { ids })
  const assessed = new Set(
    entries.flatMap(({ entry }) => (entry.kind === 'aim_assessed' ? (entry.agreement ?? []) : [])),
  )
  return {
    aims: await aimTitlesOf(
      db,
      agreements.map(({ agreement }) => agreement).filter(({ slug }) => assessed.has(slug)),
      knownAt,
    ),
    agreements: new Map(agreements.map(({ agreement }) => [agreement.slug, agreement.title])),
    measures: new Map(measures.map(({ measure }) => [`${measure.agreement}/${measure.code}`, measure])),
  }
}

async function aimTitlesOf(db: Db, agreements: readonly Agreement[], knownAt: Instant | null) {
  const titles = new Map<string, string>()
  for (const { id, slug } of agreements)
    for (const { code, title } of await aimsAt(db, knownAt, id)) titles.set(`${slug}/${code}`, title)
  return titles
}

function aimOf({ entry, content }: EntryWithContent, titles: Titles): Change['aim'] {
  const fields = fieldsOf(content)
  const code = fields.text(entry.kind === 'aim_added' ? 'code' : 'aim')
  if (code === null) return null
  if (entry.kind === 'aim_added') return { code, title: titleIn(content) ?? code, verdict: null }
  if (entry.kind !== 'aim_assessed') return null
  const title = titles.aims.get(`${entry.agreement}/${code}`) ?? code
  return { code, title, verdict: readAssessment(content).verdict }
}

function changeOf({ entry, content, redacted }: EntryWithContent, titles: Titles): Change {
  const fields = fieldsOf(content)
  const { kind, agreement, measure } = entry
  const report = kind === 'report_recorded' ? { ...readReport(content), id: entry.subject.id } : null
  const on = measure === null ? undefined : titles.measures.get(`${agreement}/${measure}`)
  const deadline = kind === 'deadline_set' ? readDeadline(content) : null
  return {
    entry,
    agreement:
      agreement === null ? null : { slug: agreement, title: titles.agreements.get(agreement) ?? agreement },
    measure: measure === null ? null : { code: measure, title: on?.title ?? measure },
    owedBy: on?.owedBy ?? [],
    answered: kind === 'reply_added' ? fields.text('report') : null,
    party: entry.subject.type === 'party' ? fields.text('slug') : fields.text('party'),
    report,
    due: deadline && { on: deadline.dueOn, precision: deadline.dueOnPrecision },
    title: agreement === null || entry.subject.type === 'aim' ? titleIn(content) : null,
    passed: kind === 'day_passed' ? readDayPassed(content) : null,
    aim: aimOf({ entry, content, redacted }, titles),
    redacted,
  }
}
