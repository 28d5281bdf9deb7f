import type { Db } from '../db/database'
import { changesAt } from '../dashboards/changes.queries'
import { entriesBackwards } from '../ledger/changes.queries'
import type { SubjectType } from '../ledger/entry'
import type { Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { fold } from '../lib/text'
import { paths } from '../paths'
import { readReport } from '../status-reports/status-report.content'
import { type Found, searchRecord, wordsIn } from './search.queries'

type Kind = 'agreement' | 'measure' | 'party' | 'report' | 'note'

const KIND_OF: Partial<Record<SubjectType, Kind>> = {
  agreement: 'agreement',
  aim: 'agreement',
  assessment: 'agreement',
  measure: 'measure',
  party: 'party',
  report: 'report',
  reply: 'report',
  note: 'note',
  observation: 'note',
  deadline: 'note',
}

const MOST = 500

/** Everything found, with its page, its title and the words around what was looked for; newest first. */
export async function hitsFor(db: Db, text: string, knownAt: Instant | null) {
  const found = await searchRecord(db, text, { knownAt, before: null, limit: MOST })
  return { total: found.length, found }
}

/** One page of what was found, as the page shows it. */
export async function describeHits(db: Db, found: readonly Found[], text: string, knownAt: Instant | null) {
  const described = await Promise.all(found.map((hit) => describe(db, hit, text, knownAt)))
  return described.flatMap((hit) => hit ?? [])
}

async function describe(
  db: Db,
  { type, id, agreement, measure, entry }: Found,
  text: string,
  knownAt: Instant | null,
) {
  const kind = KIND_OF[type]
  const [told] = await entriesBackwards(db, { before: entry + 1, limit: 1 })
  const [change] = await changesAt(db, { before: entry + 1, knownAt, limit: 1 })
  if (!kind || !told || !change) return null
  const fields = fieldsOf(told.content)
  const where = [change.agreement?.title, change.measure?.title].filter((title) => title !== undefined)
  const own = fields.text('title') ?? fields.text('name')
  return {
    kind,
    href: hrefOf(kind, {
      id,
      agreement,
      measure,
      report: fields.text('report'),
      type,
      slug: fields.text('slug'),
    }),
    report: type === 'report' ? { ...readReport(told.content), actor: told.entry.actor } : null,
    reply: type === 'reply' ? fields.text('party') : null,
    owedBy: change.owedBy,
    title: own ?? where.at(-1) ?? id,
    where: own
      ? kind === 'agreement'
        ? null
        : (change.agreement?.title ?? null)
      : (change.agreement?.title ?? null),
    excerpt: excerptOf(told.content, text),
    language: fields.text('language'),
  }
}

interface Where {
  id: string
  type: SubjectType
  agreement: string | null
  measure: string | null
  report: string | null
  slug: string | null
}

function hrefOf(kind: Kind, { id, type, agreement, measure, report, slug }: Where): string {
  if (kind === 'report') return paths.report(type === 'reply' ? (report ?? id) : id)
  if (kind === 'party') return paths.party(slug ?? '')
  if (agreement === null) return paths.home
  return measure === null ? paths.agreement(agreement) : paths.measure(agreement, measure)
}

const AROUND = 90

/** The first text of a content that holds a word looked for, cut around it. */
function excerptOf(content: JsonObject, text: string): string | null {
  const fields = fieldsOf(content)
  const [word = ''] = wordsIn(text)
  for (const key of ['summary', 'text', 'note', 'reason', 'criterion', 'title', 'name']) {
    const value = fields.text(key)
    if (value === null) continue
    const at = value.toLowerCase().indexOf(word)
    if (at >= 0) return cut(value, at)
    if (fold(value).includes(word)) return cut(value, 0)
  }
  const spoken = fields.text('summary') ?? fields.text('text')
  return spoken === null ? null : cut(spoken, 0)
}

function cut(value: string, at: number): string {
  const from = Math.max(0, at - AROUND)
  const to = Math.min(value.length, at + 2 * AROUND)
  return `${from > 0 ? '… ' : ''}${value.slice(from, to).toWellFormed()}${to < value.length ? ' …' : ''}`
}
