import type { AgreementKind } from '../agreements/agreement'
import type { Verdict } from '../aims/aim'
import type { AuditKind, Doer } from '../audit/audit'
import type { DayEvent } from '../days/day-passed'
import type { DraftState } from '../drafts/draft'
import type { EvidenceKind } from '../evidence/evidence'
import type { FileType } from '../evidence/file'
import type { Capacity, EntryKind, SubjectType } from '../ledger/entry'
import type { Day, Instant, Precision } from '../lib/dates'
import type { Obligation } from '../measures/measure'
import type { NoteKind } from '../notes/note'
import type { PartyKind } from '../parties/party'
import type { Basis, Label } from '../standing/standing.types'
import type { Channel, Condition, Reason, ReportKind, Stage } from '../status-reports/status-report'
import type { LinkPurpose } from '../users/invitation'
import type { Role } from '../users/user'

interface Appended {
  recorded_at: Instant
  entry: number
}

/** The rows of the database. Days and instants are text; words of the record stand in `content`, not here. */
export interface Tables {
  entry: {
    n: number
    entered_at: Instant
    recorded_at: Instant
    kind: EntryKind
    agreement: string | null
    measure: string | null
    subject_type: SubjectType
    subject_id: string
    actor_id: string
    actor_capacity: Capacity
    actor_party: string | null
    digest: string
  }
  /** The hashes of the complete subtrees that end with an entry's leaf, its own first, each as 44 signs of base64. */
  tree: { entry: number; hashes: string }
  /** The keys that signed the ledger's checkpoints, in their order; the first one's `since` is 0, else the entry that changed the key. */
  signing_key: { since: number; public_key: string; handover: string | null }
  content: { entry: number; body: string | null; salt: string | null; redacted_by: number | null }
  party: Appended & { id: string; slug: string }
  party_revision: Appended & { party_id: string; kind: PartyKind | null }
  agreement: Appended & { id: string; slug: string }
  agreement_revision: Appended & {
    agreement_id: string
    kind: AgreementKind | null
    concluded_on: Day | null
  }
  agreement_party: { entry: number; agreement_id: string; party: string }
  measure: Appended & { id: string; agreement_id: string; code: string }
  measure_revision: Appended & { measure_id: string; obligation: Obligation | null }
  measure_owed_by: { entry: number; measure_id: string; party: string }
  measure_repeat: { entry: number; measure_id: string; repeats_id: string }
  deadline: Appended & {
    id: string
    measure_id: string
    due_on: Day | null
    due_on_precision: Precision
    decided_on: Day
    decided_on_precision: Precision
  }
  report: Appended & {
    id: string
    measure_id: string
    kind: ReportKind
    party: string | null
    stage: Stage | null
    reason: Reason | null
    condition: Condition
    superseded_by: string | null
    as_of: Day
    as_of_precision: Precision
    channel: Channel
    corrects: string | null
  }
  evidence: {
    entry: number
    position: number
    kind: EvidenceKind
    published_on: Day | null
    /** Of a file that anybody may see, its SHA-256. */
    file: string | null
    /** Of restricted evidence, the day of its next review. */
    review_on: Day | null
  }
  restricted_evidence: {
    entry: number
    position: number
    body: string | null
    salt: string | null
    file: string | null
    redacted_by: number | null
  }
  file: { sha256: string; type: FileType; size: number }
  file_chunk: { sha256: string; position: number; data: Uint8Array }
  reply: Appended & { id: string; report_id: string; party: string }
  note: Appended & {
    id: string
    agreement_id: string
    measure_id: string | null
    noted_on: Day
    noted_on_precision: Precision
    kind: NoteKind
    by_party: string | null
  }
  observation: Appended & {
    id: string
    measure_id: string
    observed_on: Day
    observed_on_precision: Precision
  }
  aim: Appended & { id: string; agreement_id: string; code: string }
  assessment: Appended & {
    id: string
    aim_id: string
    as_of: Day
    as_of_precision: Precision
    verdict: Verdict
  }
  withdrawal: Appended & { subject_id: string; subject_type: SubjectType }
  /** What came about for a measure because a day came. */
  day_passed: { entry: number; measure_id: string; event: DayEvent; day: Day }
  /** The days for which all of that was told, and when. */
  day_ticked: { day: Day; ticked_at: Instant }

  standing_run: {
    measure_id: string
    from_on: Day
    known_from: Instant
    /** `STILL_KNOWN` while nothing changed it. */
    known_to: Instant
    stage: Stage | null
    condition: Condition
    label: Label
    basis: Basis
    disputed: 0 | 1
    awaiting_verification: 0 | 1
    last_heard_on: Day | null
    last_looked_on: Day | null
    since: Day | null
    met_on: Day | null
    due_on: Day | null
    original_due_on: Day | null
    times_moved: number
    slippage_days: number | null
    /** JSON of `ClaimPosition[]`. */
    claims: string
    /** JSON of `FindingPosition`. */
    finding: string | null
    due_soon_from: Day | null
    overdue_from: Day | null
    ageing_from: Day | null
    stale_from: Day | null
  }
  search: { subject_id: string; subject_type: SubjectType; entry: number; folded: string }

  user: {
    id: string
    actor_id: string
    email: string
    name: string
    organisation: string | null
    party: string | null
    password_hash: string | null
    disabled_at: Instant | null
    created_at: Instant
  }
  user_role: { user_id: string; role: Role }
  session: {
    token_hash: string
    id: string
    user_id: string
    created_at: Instant
    expires_at: Instant
    last_used_at: Instant
    agent: string | null
  }
  second_step: { token_hash: string; user_id: string; created_at: Instant; expires_at: Instant }
  device: { token_hash: string; user_id: string; created_at: Instant; last_used_at: Instant }
  second_factor: {
    user_id: string
    secret: string
    created_at: Instant
    /** Null while it is being set up. */
    confirmed_at: Instant | null
    /** The time step of the last code taken, which is taken once. */
    last_step: number
  }
  recovery_code: { user_id: string; code_hash: string; used_at: Instant | null }
  invitation: {
    token_hash: string
    user_id: string
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
    purpose: LinkPurpose
  }
  token: {
    id: string
    user_id: string
    label: string
    token_hash: string
    created_at: Instant
    last_used_at: Instant | null
    revoked_at: Instant | null
    /** Words with a space between. */
    scopes: string
    expires_at: Instant | null
  }
  feed_key: {
    id: string
    user_id: string
    label: string
    key_hash: string
    created_at: Instant
    last_used_at: Instant | null
    revoked_at: Instant | null
  }
  audit: {
    id: string
    at: Instant
    kind: AuditKind
    actor_as: Doer['as']
    actor_id: string | null
    subject_id: string | null
    address: string | null
    detail: string | null
  }
  idempotency_key: {
    account: string
    address: string
    key: string
    digest: string
    status: number
    location: string
    created_at: Instant
  }
  draft: {
    id: string
    user_id: string
    measure_id: string
    state: DraftState
    version: number
    kind: ReportKind | null
    channel: Channel | null
    party: string | null
    form_key: string
    /** JSON of `ReportValues`; `{}` once it has ended. */
    fields: string
    changed_at: Instant
    ended_by: string | null
    report_id: string | null
  }
  draft_return: {
    draft_id: string
    version: number
    user_id: string
    comment: string
    returned_at: Instant
  }
  upload: { actor_id: string; sha256: string; created_at: Instant }
  absent: { digest: string }
  removed_file: { sha256: string; redacted_by: number }
  throttle: { key: string; failures: number; until: Instant }
  instance: { name: string; value: string }
}
