import { agreementsAt } from '../agreements/agreement.store'
import { aimsAt } from '../aims/aim.store'
import type { View } from '../api/view.queries'
import { deadlinesAt } from '../deadlines/deadline.store'
import { entriesBackwards, type EntryWithContent } from '../ledger/changes.queries'
import { fieldsOf } from '../lib/json'
import { measureIdsAt, measuresAt } from '../measures/measure.store'
import { partiesAt } from '../parties/party.store'
import { repliesAt } from '../replies/reply.store'
import { standingsAt } from '../standing/standing.store'
import { readReport } from '../status-reports/status-report.content'
import { namesOfActors } from '../users/user.store'
import type { ItemFacts } from './feed'
import type { Scope } from './scope.queries'

export const PAGE_SIZE = 50

/** A page of a feed's entries, newest first, with what their sentences need; and the number before which the rest lies. */
export async function feedPage(view: View, { wanted }: Scope, before: number | null) {
  const { db, asked } = view
  const entries = await entriesBackwards(db, {
    ...wanted,
    before,
    knownAt: asked.knownAt,
    limit: PAGE_SIZE + 1,
  })
  const page = entries.slice(0, PAGE_SIZE)
  return {
    items: await itemsOf(view, page),
    next: entries.length > PAGE_SIZE ? (page.at(-1)?.entry.n ?? null) : null,
  }
}

async function itemsOf(view: View, entries: readonly EntryWithContent[]): Promise<ItemFacts[]> {
  const places = await placesOf(view, entries)
  const { names, bySubject } = await partiesOf(view)
  const moved = await movedIn(view, [...places.measureIds.values()])
  const replies = await repliesOf(view, entries)
  const answers = await answersTo(view, entries)
  const aims = await aimTitles(view, entries, places)
  const approverOf = ({ content }: EntryWithContent) => readReport(content).approvedBy?.id ?? ''
  const people = await namesOfActors(
    view.db,
    entries.map(approverOf).filter((id) => id !== ''),
  )
  const nameOf = (slug: string) => names.get(slug) ?? slug
  return entries.map((each) => {
    const { entry, content } = each
    const address = `${entry.agreement}/${entry.measure}`
    const slug = bySubject.get(entry.subject.id)
    return {
      ...each,
      nameOf,
      approver: people.get(approverOf(each)) ?? null,
      owedBy: places.measures.get(address)?.owedBy ?? [],
      agreement:
        entry.agreement === null
          ? null
          : {
              slug: entry.agreement,
              title: places.agreements.get(entry.agreement)?.title ?? entry.agreement,
            },
      measure:
        entry.measure === null
          ? null
          : { code: entry.measure, title: places.measures.get(address)?.title ?? entry.measure },
      party: slug === undefined ? null : { slug, name: nameOf(slug) },
      report: reportOf(each, replies),
      answers: entry.kind === 'report_recorded' ? (answers.get(entry.subject.id) ?? []) : [],
      standing: places.standings.get(address) ?? null,
      moved: moved.has(entry.n),
      aim: aims.get(`${entry.agreement}/${fieldsOf(content).text('aim') ?? ''}`) ?? null,
    }
  })
}

/** The agreements and measures that entries are on, and where those that stand do so. */
async function placesOf({ db, asked }: View, entries: readonly EntryWithContent[]) {
  const slugs = [...new Set(entries.flatMap(({ entry }) => entry.agreement ?? []))]
  const addresses = entries.flatMap(({ entry }) =>
    entry.measure === null ? [] : `${entry.agreement}/${entry.measure}`,
  )
  const measureIds = await measureIdsAt(db, [...new Set(addresses)])
  const agreements = (await agreementsAt(db, asked.knownAt, { slugs })).map(({ agreement }) => agreement)
  const histories = await measuresAt(db, asked.knownAt, { ids: [...measureIds.values()] })
  const gone = new Set(agreements.filter(({ withdrawn }) => withdrawn).map(({ slug }) => slug))
  const stands = histories.filter(({ measure }) => !measure.withdrawn && !gone.has(measure.agreement))
  const standings = await standingsAt(db, stands, asked)
  return {
    measureIds,
    agreements: new Map(agreements.map((agreement) => [agreement.slug, agreement])),
    measures: new Map(histories.map(({ measure }) => [`${measure.agreement}/${measure.code}`, measure])),
    standings: new Map(
      stands.map(({ measure }) => [`${measure.agreement}/${measure.code}`, standings.get(measure.id)]),
    ),
  }
}

async function partiesOf({ db, asked }: View) {
  const parties = (await partiesAt(db, asked.knownAt)).map(({ party }) => party)
  return {
    names: new Map(parties.map(({ slug, name }) => [slug, name])),
    bySubject: new Map(parties.map(({ id, slug }) => [id, slug])),
  }
}

/** The entries of deadlines that came after another of their measure. */
async function movedIn({ db, asked }: View, measureIds: readonly string[]): Promise<Set<number>> {
  const deadlines = await deadlinesAt(db, asked.knownAt, { measureIds })
  const byMeasure = Map.groupBy(deadlines, ({ measureId }) => measureId)
  return new Set(
    [...byMeasure.values()].flatMap((all) => {
      const first = Math.min(...all.map(({ entry }) => entry))
      return all.flatMap(({ entry }) => (entry === first ? [] : entry))
    }),
  )
}

/** The report that each withdrawn reply answers. */
async function repliesOf(
  { db, asked }: View,
  entries: readonly EntryWithContent[],
): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ entry }) => (entry.subject.type === 'reply' ? entry.subject.id : []))
  const replies = await repliesAt(db, asked.knownAt, { ids: [...new Set(ids)] })
  return new Map(replies.map(({ id, report }) => [id, report]))
}

/** The replies that stand to each report that was recorded, by its id. */
async function answersTo({ db, asked }: View, entries: readonly EntryWithContent[]) {
  const reportIds = entries.flatMap(({ entry }) => (entry.kind === 'report_recorded' ? entry.subject.id : []))
  const replies = await repliesAt(db, asked.knownAt, { reportIds })
  return Map.groupBy(
    replies.filter(({ withdrawn }) => withdrawn === null),
    ({ report }) => report,
  )
}

const reportOf = ({ entry }: EntryWithContent, replies: ReadonlyMap<string, string>): string | null =>
  entry.subject.type === 'report' ? entry.subject.id : (replies.get(entry.subject.id) ?? null)

/** The titles of the aims that were assessed, by `agreement/code`. */
async function aimTitles(
  { db, asked }: View,
  entries: readonly EntryWithContent[],
  { agreements }: Awaited<ReturnType<typeof placesOf>>,
): Promise<Map<string, string>> {
  const assessed = entries.flatMap(({ entry }) =>
    entry.kind === 'aim_assessed' ? (entry.agreement ?? []) : [],
  )
  const titles = new Map<string, string>()
  for (const slug of new Set(assessed)) {
    const agreement = agreements.get(slug)
    for (const aim of agreement ? await aimsAt(db, asked.knownAt, agreement.id) : [])
      titles.set(`${slug}/${aim.code}`, aim.title)
  }
  return titles
}
