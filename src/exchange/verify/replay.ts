import { addAgreement, reviseAgreement } from '../../agreements/agreement.store'
import { addAim, addAssessment } from '../../aims/aim.store'
import { readDayPassed } from '../../days/day-passed'
import { addDayPassed } from '../../days/day-passed.store'
import { addDeadline } from '../../deadlines/deadline.store'
import type { Entry, EntryKind } from '../../ledger/entry'
import type { Ledger } from '../../ledger/ledger.store'
import { addWithdrawal } from '../../ledger/withdrawal.store'
import { fieldsOf, type JsonObject } from '../../lib/json'
import { addMeasure, reviseMeasure } from '../../measures/measure.store'
import { addNote } from '../../notes/note.store'
import { addObservation } from '../../observations/observation.store'
import { addParty, reviseParty } from '../../parties/party.store'
import { addReply } from '../../replies/reply.store'
import { addReport } from '../../status-reports/status-report.store'

/** The ids behind the addresses that entries carry. */
export interface Ids {
  /** By slug. */
  agreements: ReadonlyMap<string, string>
  /** By `agreement-slug/measure-code`. */
  measures: ReadonlyMap<string, string>
  /** By `agreement-slug/aim-code`. */
  aims: ReadonlyMap<string, string>
}

type Replay = (ledger: Ledger, said: Said) => void

/** An entry with what was said in it, taken apart. */
interface Said {
  entry: Entry
  ids: Ids
  id: string
  fields: JsonObject
  slug: string
  measure: { id: string; agreement: string; code: string }
  agreement: { id: string; slug: string }
  repeats: (fields: JsonObject) => string[]
  text: (key: string) => string
}

const revision = ({ fields, id, entry }: Said) => ({
  id,
  reason: fieldsOf(fields).text('reason'),
  fields: fieldsOf(fields).object('fields') ?? {},
  recordedAt: entry.recordedAt,
})

const withoutKeys = (object: JsonObject, ...keys: string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

const first = ({ fields, id, entry }: Said) => ({
  id,
  fields: withoutKeys(fields, 'id', 'slug', 'code'),
  recordedAt: entry.recordedAt,
})

const leaf = ({ fields, id, entry, measure }: Said) => ({
  id,
  measure,
  fields: withoutKeys(fields, 'id'),
  recordedAt: entry.recordedAt,
})

const withdrawal: Replay = (ledger, { entry, fields }) => {
  const { subject, agreement, measure, actor, recordedAt } = entry
  addWithdrawal(ledger, actor, {
    subject,
    agreement,
    measure,
    reason: fieldsOf(fields).text('reason'),
    recordedAt,
  })
}

const nothing: Replay = () => {}

// Every kind of entry by the very functions that write it, so that there is one account of what a row says.
const REPLAYS: Record<EntryKind, Replay> = {
  party_added: (ledger, said) =>
    addParty(ledger, said.entry.actor, { ...first(said), slug: said.text('slug') }),
  party_revised: (ledger, said) =>
    reviseParty(ledger, said.entry.actor, { ...revision(said), slug: said.text('slug') }),
  agreement_added: (ledger, said) =>
    addAgreement(ledger, said.entry.actor, { ...first(said), slug: said.text('slug') }),
  agreement_revised: (ledger, said) =>
    reviseAgreement(ledger, said.entry.actor, { ...revision(said), slug: said.text('slug') }),
  measure_added: (ledger, said) => {
    const { agreement, repeats, fields } = said
    const code = said.text('code')
    addMeasure(ledger, said.entry.actor, { ...first(said), agreement, code, repeats: repeats(fields) })
  },
  measure_revised: (ledger, said) => {
    const revised = revision(said)
    const { agreement, repeats } = said
    const place = { agreement: agreement.slug, code: said.text('code') }
    reviseMeasure(ledger, said.entry.actor, { ...revised, ...place, repeats: repeats(revised.fields) })
  },
  report_recorded: (ledger, said) => {
    const supersededBy = said.ids.measures.get(said.text('superseded_by')) ?? null
    addReport(ledger, said.entry.actor, { ...leaf(said), supersededBy })
  },
  deadline_set: (ledger, said) => void addDeadline(ledger, said.entry.actor, leaf(said)),
  observation_added: (ledger, said) => void addObservation(ledger, said.entry.actor, leaf(said)),
  note_added: (ledger, said) => {
    const { agreement, entry } = said
    const measure = entry.measure === null ? null : said.measure
    addNote(ledger, entry.actor, { ...leaf(said), agreement, measure })
  },
  reply_added: (ledger, said) => {
    const { id, recordedAt, measure } = leaf(said)
    const [report, party, text] = [said.text('report'), said.text('party'), said.text('text')]
    addReply(ledger, said.entry.actor, { id, report, measure, party, text, recordedAt })
  },
  aim_added: (ledger, said) => {
    const { id, agreement, entry } = said
    const [code, title] = [said.text('code'), said.text('title')]
    addAim(ledger, entry.actor, { id, agreement, code, title, recordedAt: entry.recordedAt })
  },
  aim_assessed: (ledger, said) => {
    const { entry, agreement, ids, id } = said
    const code = said.text('aim')
    const aim = { id: ids.aims.get(`${agreement.slug}/${code}`) ?? '', code }
    const fields = withoutKeys(said.fields, 'id', 'aim')
    addAssessment(ledger, entry.actor, {
      id,
      agreement: agreement.slug,
      aim,
      fields,
      recordedAt: entry.recordedAt,
    })
  },
  report_withdrawn: withdrawal,
  withdrawn: withdrawal,
  day_passed: (ledger, said) =>
    addDayPassed(ledger, said.entry.actor, { ...said.measure, ...readDayPassed(said.fields) }),
  content_redacted: nothing,
  key_changed: nothing,
}

/** Tells a ledger what an entry says, as it was told when the entry was made. */
export function replay(ledger: Ledger, entry: Entry, content: JsonObject, ids: Ids): void {
  const slug = entry.agreement ?? ''
  const code = entry.measure ?? ''
  const read = fieldsOf(content)
  REPLAYS[entry.kind](ledger, {
    entry,
    ids,
    id: read.text('id') ?? '',
    fields: content,
    slug,
    measure: { id: ids.measures.get(`${slug}/${code}`) ?? '', agreement: slug, code },
    agreement: { id: ids.agreements.get(slug) ?? '', slug },
    repeats: (fields) =>
      fieldsOf(fields)
        .texts('repeats')
        .flatMap((address) => ids.measures.get(address) ?? []),
    text: (key) => read.text(key) ?? '',
  })
}
