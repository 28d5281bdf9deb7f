import type { Instant } from '../lib/dates'

/** What is written down about accounts, for administrators alone; what changes the record is in its ledger. */
export const AUDITED = [
  'signed_in',
  'sign_in_failed',
  'second_factor_failed',
  'signed_out',
  'sessions_ended',
  'user_added',
  'invited',
  'invitation_accepted',
  'reset_asked',
  'mail_failed',
  'password_changed',
  'password_failed',
  'roles_changed',
  'user_disabled',
  'user_enabled',
  'user_erased',
  'second_factor_set_up',
  'second_factor_removed',
  'recovery_codes_made',
  'token_made',
  'token_revoked',
  'feed_key_made',
  'feed_key_revoked',
  'imported',
  'exported',
  'backed_up',
  'restored',
] as const
export type AuditKind = (typeof AUDITED)[number]

/** Who did something: somebody with an account, whoever runs the machine, or nobody known. `address` is where from. */
export type Doer =
  | { as: 'user'; id: string; address: string | null }
  | { as: 'operator' }
  | { as: 'stranger'; address: string }

/** The command line. */
export const OPERATOR: Doer = { as: 'operator' }

export interface AuditLine {
  id: string
  at: Instant
  kind: AuditKind
  actor: { as: Doer['as']; id: string | null }
  /** The account that it was done to. */
  subject: string | null
  address: string | null
  /** A few words, such as the roles given or a token's label; never anything that opens something. */
  detail: string | null
}
