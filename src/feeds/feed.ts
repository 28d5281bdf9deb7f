import { standingJson } from '../api/shapes'
import { entryJson, type EntryKind } from '../ledger/entry'
import { dayOf, type Instant } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { message } from '../messages/messages'
import { paths } from '../paths'
import type { Reply } from '../replies/reply'
import type { Standing } from '../standing/standing.types'
import type { Channel } from '../status-reports/status-report'
import { readReport } from '../status-reports/status-report.content'
import { dayWords, restOf, sentenceOf, type Told } from './sentence'

/** One entry with what an item tells of it. */
export interface ItemFacts extends Told {
  agreement: { slug: string; title: string } | null
  measure: { code: string; title: string } | null
  /** The party that was added, revised or withdrawn. */
  party: { slug: string; name: string } | null
  /** The report that was recorded, withdrawn or replied to. */
  report: string | null
  /** What parties answered to the finding that was recorded, oldest first. */
  answers: readonly Pick<Reply, 'party' | 'recordedAt' | 'enteredAt'>[]
  /** Where the entry's measure stands on the day asked for. */
  standing: Standing | null
}

/** A page of a feed. */
export interface FeedFacts {
  /** What it tells of; null for everything. */
  title: string | null
  /** The address that names it, for whoever reads it; its page's, and those with which this reader comes back. */
  id: string
  home: string
  self: string
  next: string | null
  updated: Instant
  operator: string | null
  items: ItemFacts[]
}

export interface Author {
  name: string
  url?: string
}

/** One entry as both feeds tell it. */
export function itemOf(facts: ItemFacts, publicUrl: string) {
  const { entry, agreement, measure, party } = facts
  const what = measure?.title ?? agreement?.title ?? party?.name ?? null
  const sentence = sentenceOf(facts)
  const title = what === null ? sentence : message('en', 'feeds.item', { what, sentence })
  const more = [...restOf(facts), ...facts.answers.map((answer) => answerSentence(answer, facts))].join(' ')
  const address = `${publicUrl}${placeOf(facts)}`
  return {
    id: address,
    url: address,
    title,
    content_text:
      more === ''
        ? message('en', 'feeds.plain', { item: title })
        : message('en', 'feeds.full', { item: title, more }),
    date_published: entry.enteredAt,
    ...changedBy(facts),
    ...tagsOf(facts),
    authors: [authorOf(facts, publicUrl)],
  }
}

const answerSentence = ({ party, recordedAt }: ItemFacts['answers'][number], { nameOf }: ItemFacts): string =>
  message('en', 'feeds.answered', { party: nameOf(party), day: dayWords(dayOf(recordedAt), 'day') })

/** A reply changes what is told of a finding. */
function changedBy({ answers }: ItemFacts): { date_modified?: Instant } {
  const last = answers.at(-1)
  return last ? { date_modified: last.enteredAt } : {}
}

/** The code of the aim that an entry adds or assesses. */
const aimIn = (kind: EntryKind, content: JsonObject): string | null =>
  kind === 'aim_added' || kind === 'aim_assessed'
    ? fieldsOf(content).text(kind === 'aim_added' ? 'code' : 'aim')
    : null

/** The permanent address of what an entry is about; a report's own for the entry that recorded it. */
function placeOf({ entry, content, agreement, measure, party, report }: ItemFacts): string {
  if (entry.kind === 'report_recorded') return paths.report(entry.subject.id)
  const anchor = `#entry-${entry.n}`
  const aim = aimIn(entry.kind, content)
  if (aim !== null && agreement) {
    const place = entry.kind === 'aim_assessed' ? `#assessment-${entry.subject.id}` : anchor
    return `${paths.aim(agreement.slug, aim)}${place}`
  }
  if (entry.kind === 'measure_revised' && agreement && measure)
    return `${paths.measureRevisions(agreement.slug, measure.code)}${anchor}`
  if (entry.kind === 'agreement_revised' && agreement)
    return `${paths.agreementRevisions(agreement.slug)}${anchor}`
  if (entry.kind === 'party_revised' && party) return `${paths.partyRevisions(party.slug)}${anchor}`
  if (report !== null) return `${paths.report(report)}${anchor}`
  if (agreement && measure) return `${paths.measure(agreement.slug, measure.code)}${anchor}`
  if (agreement) return `${paths.agreement(agreement.slug)}${anchor}`
  return party ? `${paths.party(party.slug)}${anchor}` : paths.ledgerEntry(entry.n)
}

/** Who said it, where the record names somebody, told apart from whoever took it from a public source; else in which capacity it was recorded. */
function authorOf({ entry, content, nameOf }: ItemFacts, publicUrl: string): Author {
  if (entry.kind === 'day_passed') return { name: message('en', 'days.author') }
  const spoken = ['report_recorded', 'reply_added'].includes(entry.kind)
    ? fieldsOf(content).text('party')
    : null
  const quoted = channelOf({ entry, content }) === 'public_source'
  const nameFor = (author: string) => (quoted ? message('en', 'feeds.quoted', { author }) : author)
  const party = spoken ?? entry.actor.party
  if (party !== null) return { name: nameFor(nameOf(party)), url: `${publicUrl}${paths.party(party)}` }
  const { by } = readReport(content)
  const named =
    entry.kind === 'report_recorded' && by ? [by.name, by.organisation].filter(Boolean).join(', ') : ''
  return { name: named ? nameFor(named) : message('en', `labels.capacity.${entry.actor.capacity}`) }
}

/** Whether a report is a claim or a finding, and how it came here, in the dataset's words. */
function tagsOf({ entry, content }: ItemFacts): { tags?: string[] } {
  if (entry.kind !== 'report_recorded') return {}
  const { kind, channel } = readReport(content)
  return { tags: [kind, channel] }
}

/** How a report came here; null for what is no report. */
const channelOf = ({ entry, content }: Pick<ItemFacts, 'entry' | 'content'>): Channel | null =>
  entry.kind === 'report_recorded' ? readReport(content).channel : null

const titleOf = ({ title }: FeedFacts): string =>
  title === null ? message('en', 'feeds.title') : message('en', 'feeds.title_of', { title })

/** What both feeds say of themselves. */
export const aboutOf = (facts: FeedFacts) => ({
  title: titleOf(facts),
  description: message('en', 'feeds.description'),
  language: 'en',
  author: facts.operator ?? message('en', 'common.product'),
})

/** JSON Feed 1.1, with each entry whole under `_followthrough`. */
export function jsonFeed(facts: FeedFacts, publicUrl: string) {
  const { title, description, language, author } = aboutOf(facts)
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: facts.home,
    feed_url: facts.self,
    ...(facts.next === null ? {} : { next_url: facts.next }),
    language,
    authors: [{ name: author, url: publicUrl }],
    items: facts.items.map((item) => ({
      ...itemOf(item, publicUrl),
      language,
      _followthrough: {
        entry: entryJson(item.entry),
        kind: item.entry.kind,
        agreement: item.entry.agreement,
        measure: item.entry.measure,
        report: item.report,
        standing: item.standing && standingJson(item.standing),
      },
    })),
  }
}
