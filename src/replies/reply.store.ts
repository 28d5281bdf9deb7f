import type { Db } from '../db/database'
import type { Actor } from '../ledger/entry'
import type { Ledger } from '../ledger/ledger.store'
import { told } from '../ledger/recorded.store'
import type { Instant } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import type { Reply } from './reply'

interface Which {
  reportIds?: readonly string[]
  ids?: readonly string[]
  /** The slug of whose they are. */
  party?: string
}

/** Replies recorded by an instant, withdrawn ones included, oldest first. */
export async function repliesAt(db: Db, knownAt: Instant | null, which: Which): Promise<Reply[]> {
  if (which.reportIds?.length === 0 || which.ids?.length === 0) return []
  let query = db.selectFrom('reply').select(['id', 'entry', 'report_id as report', 'party']).orderBy('entry')
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  if (which.reportIds) query = query.where('report_id', 'in', [...which.reportIds])
  if (which.ids) query = query.where('id', 'in', [...which.ids])
  if (which.party !== undefined) query = query.where('party', '=', which.party)
  const rows = await told(db, await query.execute(), knownAt)
  return rows.map(({ content, ...recorded }) => ({ ...recorded, text: fieldsOf(content).text('text') ?? '' }))
}

export const findReply = async (db: Db, id: string): Promise<Reply | undefined> =>
  (await repliesAt(db, null, { ids: [id] }))[0]

interface NewReply {
  id: string
  report: string
  measure: { agreement: string; code: string }
  party: string
  text: string
  recordedAt?: Instant
}

export function addReply(ledger: Ledger, actor: Actor, reply: NewReply): number {
  const { id, report, measure, party, text, recordedAt = ledger.enteredAt } = reply
  const entry = ledger.append({
    kind: 'reply_added',
    agreement: measure.agreement,
    measure: measure.code,
    subject: { type: 'reply', id },
    actor,
    content: { id, report, party, text },
    recordedAt,
  })
  ledger.add('reply', { id, report_id: report, party, recorded_at: recordedAt, entry })
  return entry
}
