import type { Tables } from '../../src/db/tables'
import type { World } from '../support/world'

const AT = '2026-11-23T12:00:00.000Z'
const DAY = '2026-11-23'
const appended = (entry: number) => ({ recorded_at: AT, entry })

const entry = (n: number): Tables['entry'] => ({
  n,
  entered_at: AT,
  recorded_at: '2017-11-06T00:00:00.000Z',
  kind: 'party_added',
  agreement: 'g-1',
  measure: 'm-1',
  subject_type: 'party',
  subject_id: 'p-1',
  actor_id: 'a-1',
  actor_capacity: 'editor',
  actor_party: 'iran',
  digest: `sha256:${'0'.repeat(64)}`,
})

const SHA = 'a'.repeat(64)
const OTHER_SHA = 'b'.repeat(64)

const run: Tables['standing_run'] = {
  measure_id: 'm-1',
  from_on: DAY,
  known_from: AT,
  known_to: 'infinity',
  stage: 2,
  condition: 'active',
  label: 'partly_implemented',
  basis: 'claimed_by_all',
  disputed: 1,
  awaiting_verification: 0,
  last_heard_on: DAY,
  last_looked_on: DAY,
  since: DAY,
  met_on: DAY,
  due_on: DAY,
  original_due_on: DAY,
  times_moved: 2,
  slippage_days: -30,
  claims: '[]',
  finding: '{}',
  due_soon_from: DAY,
  overdue_from: DAY,
  ageing_from: DAY,
  stale_from: DAY,
}
const nullRun: Tables['standing_run'] = {
  ...run,
  from_on: '2026-11-24',
  stage: null,
  last_heard_on: null,
  last_looked_on: null,
  since: null,
  met_on: null,
  due_on: null,
  original_due_on: null,
  slippage_days: null,
  finding: null,
  due_soon_from: null,
  overdue_from: null,
  ageing_from: null,
  stale_from: null,
}

const deadline: Tables['deadline'] = {
  id: 'd-1',
  measure_id: 'm-1',
  due_on: DAY,
  due_on_precision: 'day',
  decided_on: DAY,
  decided_on_precision: 'month',
  ...appended(8),
}
const report: Tables['report'] = {
  id: 'r-1',
  measure_id: 'm-1',
  kind: 'claim',
  party: 'iran',
  stage: 3,
  reason: 'not_looked',
  condition: 'superseded',
  superseded_by: 'm-2',
  as_of: DAY,
  as_of_precision: 'inferred',
  channel: 'own',
  corrects: 'r-0',
  ...appended(10),
}
const firstReport: Tables['report'] = {
  ...report,
  id: 'r-0',
  reason: null,
  condition: 'active',
  superseded_by: null,
  corrects: null,
}
const notAssessed: Tables['report'] = {
  ...firstReport,
  id: 'r-2',
  kind: 'finding',
  party: null,
  stage: null,
  reason: 'classified',
}
const note: Tables['note'] = {
  id: 'n-1',
  agreement_id: 'g-1',
  measure_id: 'm-1',
  noted_on: DAY,
  noted_on_precision: 'year',
  kind: 'breach_alleged',
  by_party: 'iran',
  ...appended(12),
}
const user: Tables['user'] = {
  id: 'u-1',
  actor_id: 'a-1',
  email: 'amina@example.org',
  name: 'Amina امینه',
  organisation: 'وزارت خارجه',
  party: 'iran',
  password_hash: '$argon2id$…',
  disabled_at: AT,
  created_at: AT,
}
const token: Tables['token'] = {
  id: 't-1',
  user_id: 'u-1',
  label: 'feeds',
  token_hash: 'hash-1',
  created_at: AT,
  last_used_at: AT,
  revoked_at: AT,
  scopes: 'read report',
  expires_at: AT,
}
const feedKey: Tables['feed_key'] = {
  id: 'f-1',
  user_id: 'u-1',
  label: 'my reader',
  key_hash: 'hash-1',
  created_at: AT,
  last_used_at: AT,
  revoked_at: AT,
}
const audit: Tables['audit'] = {
  id: 'x-1',
  at: AT,
  kind: 'roles_changed',
  actor_as: 'user',
  actor_id: 'u-1',
  subject_id: 'u-2',
  address: '203.0.113.9',
  detail: 'editor',
}
const invitation: Tables['invitation'] = {
  token_hash: 'hash-1',
  user_id: 'u-1',
  created_at: AT,
  expires_at: AT,
  used_at: AT,
  purpose: 'invitation',
}

const draft: Tables['draft'] = {
  id: 'f-1',
  user_id: 'u-1',
  measure_id: 'm-1',
  state: 'returned',
  version: 3,
  kind: 'claim',
  channel: 'own',
  party: 'iran',
  form_key: 'k-1',
  fields: '{"summary":"پیش‌نویس"}',
  changed_at: AT,
  ended_by: 'u-2',
  report_id: 'r-1',
}

/** Rows of every table in the order in which they refer to one another: each column once with a value, once null if it may be. */
export const EVERY_ROW: { [T in keyof Tables]: Tables[T][] } = {
  entry: [
    ...Array.from({ length: 20 }, (_, i) => entry(i + 1)),
    { ...entry(21), kind: 'content_redacted', agreement: null, measure: null, actor_party: null },
  ],
  tree: [{ entry: 1, hashes: 'A'.repeat(43) + '=' }],
  signing_key: [
    { since: 0, public_key: 'register.example/ledger+00000000+A', handover: null },
    {
      since: 21,
      public_key: 'register.example/ledger+00000001+B',
      handover: 'register.example/ledger\n21\n…\n',
    },
  ],
  content: [
    { entry: 1, body: '{"name":"ایران"}', salt: 'f'.repeat(64), redacted_by: null },
    { entry: 2, body: null, salt: null, redacted_by: 21 },
    { entry: 3, body: '{"name":"پاکستان"}', salt: 'e'.repeat(64), redacted_by: null },
  ],
  party: [{ id: 'p-1', slug: 'iran', ...appended(1) }],
  party_revision: [
    { ...appended(1), party_id: 'p-1', kind: 'state' },
    { ...appended(2), party_id: 'p-1', kind: null },
  ],
  agreement: [{ id: 'g-1', slug: 'border-2017', ...appended(3) }],
  agreement_revision: [
    { ...appended(3), agreement_id: 'g-1', kind: 'treaty', concluded_on: DAY },
    { ...appended(4), agreement_id: 'g-1', kind: null, concluded_on: null },
  ],
  agreement_party: [{ entry: 3, agreement_id: 'g-1', party: 'iran' }],
  measure: [
    { id: 'm-1', agreement_id: 'g-1', code: '1', ...appended(5) },
    { id: 'm-2', agreement_id: 'g-1', code: '2', ...appended(6) },
  ],
  measure_revision: [
    { ...appended(5), measure_id: 'm-1', obligation: 'quantity' },
    { ...appended(6), measure_id: 'm-2', obligation: null },
  ],
  measure_owed_by: [{ entry: 5, measure_id: 'm-1', party: 'iran' }],
  measure_repeat: [{ entry: 6, measure_id: 'm-2', repeats_id: 'm-1' }],
  deadline: [deadline, { ...deadline, id: 'd-2', due_on: null }],
  report: [firstReport, report, notAssessed],
  evidence: [
    { entry: 10, position: 0, kind: 'record', published_on: DAY, file: SHA, review_on: null },
    { entry: 10, position: 1, kind: 'comment', published_on: null, file: null, review_on: DAY },
    { entry: 10, position: 2, kind: 'act', published_on: null, file: null, review_on: DAY },
  ],
  restricted_evidence: [
    {
      entry: 10,
      position: 1,
      body: '{"title":"خط"}',
      salt: 'f'.repeat(64),
      file: OTHER_SHA,
      redacted_by: null,
    },
    { entry: 10, position: 2, body: null, salt: null, file: null, redacted_by: 21 },
  ],
  file: [
    { sha256: SHA, type: 'application/pdf', size: 3 },
    { sha256: OTHER_SHA, type: 'text/plain', size: 4 },
  ],
  file_chunk: [
    { sha256: SHA, position: 0, data: Buffer.from([0, 1, 255]) },
    { sha256: OTHER_SHA, position: 0, data: Buffer.from('خط') },
  ],
  reply: [{ id: 'y-1', report_id: 'r-1', party: 'iran', ...appended(11) }],
  note: [note, { ...note, id: 'n-2', measure_id: null, by_party: null }],
  observation: [
    { id: 'o-1', measure_id: 'm-1', observed_on: DAY, observed_on_precision: 'day', ...appended(13) },
  ],
  aim: [{ id: 'i-1', agreement_id: 'g-1', code: 'A', ...appended(14) }],
  assessment: [
    { id: 's-1', aim_id: 'i-1', as_of: DAY, as_of_precision: 'day', verdict: 'receding', ...appended(15) },
  ],
  withdrawal: [{ subject_id: 'n-1', subject_type: 'note', ...appended(16) }],
  day_passed: [{ entry: 17, measure_id: 'm-1', event: 'overdue', day: DAY }],
  day_ticked: [{ day: DAY, ticked_at: AT }],

  standing_run: [run, nullRun],
  search: [{ subject_id: 'm-1', subject_type: 'measure', entry: 5, folded: 'مرز border' }],

  user: [
    user,
    {
      ...user,
      id: 'u-2',
      actor_id: 'a-2',
      email: 'otto@example.org',
      organisation: null,
      party: null,
      password_hash: null,
      disabled_at: null,
    },
  ],
  user_role: [{ user_id: 'u-1', role: 'reporter' }],
  session: [
    {
      token_hash: 'hash-1',
      id: 's-1',
      user_id: 'u-1',
      created_at: AT,
      expires_at: AT,
      last_used_at: AT,
      agent: 'x',
    },
    {
      token_hash: 'hash-2',
      id: 's-2',
      user_id: 'u-1',
      created_at: AT,
      expires_at: AT,
      last_used_at: AT,
      agent: null,
    },
  ],
  second_step: [{ token_hash: 'hash-1', user_id: 'u-1', created_at: AT, expires_at: AT }],
  device: [{ token_hash: 'hash-1', user_id: 'u-1', created_at: AT, last_used_at: AT }],
  second_factor: [
    { user_id: 'u-1', secret: 'ABCD', created_at: AT, confirmed_at: AT, last_step: 3 },
    { user_id: 'u-2', secret: 'EFGH', created_at: AT, confirmed_at: null, last_step: 0 },
  ],
  recovery_code: [
    { user_id: 'u-1', code_hash: 'hash-1', used_at: AT },
    { user_id: 'u-1', code_hash: 'hash-2', used_at: null },
  ],
  invitation: [invitation, { ...invitation, token_hash: 'hash-2', used_at: null }],
  token: [
    token,
    { ...token, id: 't-2', token_hash: 'hash-2', last_used_at: null, revoked_at: null, expires_at: null },
  ],
  feed_key: [feedKey, { ...feedKey, id: 'f-2', key_hash: 'hash-2', last_used_at: null, revoked_at: null }],
  audit: [
    audit,
    {
      ...audit,
      id: 'x-2',
      actor_as: 'stranger',
      actor_id: null,
      subject_id: null,
      address: null,
      detail: null,
    },
  ],
  idempotency_key: [
    {
      account: 'u-1',
      address: '/api/v1/reports',
      key: 'k-1',
      digest: 'd',
      status: 201,
      location: '/reports/r-1',
      created_at: AT,
    },
  ],
  draft: [
    draft,
    { ...draft, id: 'f-2', kind: null, channel: null, party: null, ended_by: null, report_id: null },
  ],
  draft_return: [{ draft_id: 'f-1', version: 2, user_id: 'u-2', comment: 'منبع؟', returned_at: AT }],
  upload: [{ actor_id: 'a-1', sha256: SHA, created_at: AT }],
  absent: [{ digest: 'c'.repeat(64) }],
  removed_file: [{ sha256: 'd'.repeat(64), redacted_by: 21 }],
  throttle: [{ key: 'amina@example.org', failures: 3, until: AT }],
  instance: [{ name: 'operator', value: 'a-3' }],
}

export const TABLES = Object.keys(EVERY_ROW) as (keyof Tables)[]

const OUTSIDE: (keyof Tables)[] = [
  'standing_run', 'search', 'user', 'user_role', 'session', 'invitation', 'token', 'idempotency_key',
  'throttle', 'instance', 'second_step', 'device', 'second_factor', 'recovery_code', 'feed_key',
  'draft', 'draft_return',
  'upload', 'absent',
] // prettier-ignore
/** The tables whose rows only ever come; a new table is one of them unless it is named above. */
export const RECORD = TABLES.filter((table) => !OUTSIDE.includes(table))

/** Writes every row; the tables hold nothing else then. */
export const writeEveryRow = (world: World): Promise<void> =>
  world.db.write(async (tx) => {
    for (const table of TABLES) await tx.insertInto(table).values(EVERY_ROW[table]).execute()
  })
