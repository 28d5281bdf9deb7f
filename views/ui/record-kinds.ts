import type { AgreementKind } from '../../src/agreements/agreement'
import type { Verdict } from '../../src/aims/aim'
import type { EvidenceKind } from '../../src/evidence/evidence'
import type { Capacity, EntryKind, SubjectType } from '../../src/ledger/entry'
import type { Precision } from '../../src/lib/dates'
import type { ImplementabilityPoint } from '../../src/measures/implementability'
import type { Obligation, Verification } from '../../src/measures/measure'
import type { MessageKey } from '../../src/messages/messages'
import type { NoteKind } from '../../src/notes/note'
import type { PartyKind } from '../../src/parties/party'
import type { Role } from '../../src/users/user'

// Words for the vocabularies of the record's other things; those of reports and standings are in kinds.ts.

export const AGREEMENT_KIND_WORDS: Record<AgreementKind, MessageKey> = {
  treaty: 'labels.agreement_kind.treaty',
  memorandum: 'labels.agreement_kind.memorandum',
  joint_statement: 'labels.agreement_kind.joint_statement',
  contract: 'labels.agreement_kind.contract',
  commission_minutes: 'labels.agreement_kind.commission_minutes',
  announcement: 'labels.agreement_kind.announcement',
}

export const PARTY_KIND_WORDS: Record<PartyKind, MessageKey> = {
  state: 'labels.party_kind.state',
  force: 'labels.party_kind.force',
  organisation: 'labels.party_kind.organisation',
}

export const OBLIGATION_WORDS: Record<Obligation, MessageKey> = {
  one_off: 'labels.obligation.one_off',
  continuing: 'labels.obligation.continuing',
  periodic: 'labels.obligation.periodic',
  quantity: 'labels.obligation.quantity',
}

export const VERIFICATION_WORDS: Record<Verification, MessageKey> = {
  none: 'labels.verification.none',
  own_report: 'labels.verification.own_report',
  joint: 'labels.verification.joint',
  third_party: 'labels.verification.third_party',
}

export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, MessageKey> = {
  announcement: 'labels.evidence.announcement',
  act: 'labels.evidence.act',
  record: 'labels.evidence.record',
  comment: 'labels.evidence.comment',
}

export const NOTE_KIND_WORDS: Record<NoteKind, MessageKey> = {
  context: 'labels.note.context',
  comment: 'labels.note.comment',
  conflict: 'labels.note.conflict',
  breach_alleged: 'labels.note.breach_alleged',
}

export const VERDICT_WORDS: Record<Verdict, MessageKey> = {
  advancing: 'labels.verdict.advancing',
  unchanged: 'labels.verdict.unchanged',
  receding: 'labels.verdict.receding',
  disputed: 'labels.verdict.disputed',
}

export const ENTRY_KIND_WORDS: Record<EntryKind, MessageKey> = {
  party_added: 'labels.entry.party_added',
  party_revised: 'labels.entry.party_revised',
  agreement_added: 'labels.entry.agreement_added',
  agreement_revised: 'labels.entry.agreement_revised',
  measure_added: 'labels.entry.measure_added',
  measure_revised: 'labels.entry.measure_revised',
  report_recorded: 'labels.entry.report_recorded',
  report_withdrawn: 'labels.entry.report_withdrawn',
  deadline_set: 'labels.entry.deadline_set',
  observation_added: 'labels.entry.observation_added',
  note_added: 'labels.entry.note_added',
  reply_added: 'labels.entry.reply_added',
  aim_added: 'labels.entry.aim_added',
  aim_assessed: 'labels.entry.aim_assessed',
  withdrawn: 'labels.entry.withdrawn',
  day_passed: 'labels.entry.day_passed',
  content_redacted: 'labels.entry.content_redacted',
  key_changed: 'labels.entry.key_changed',
}

export const SUBJECT_WORDS: Record<SubjectType, MessageKey> = {
  party: 'labels.subject.party',
  agreement: 'labels.subject.agreement',
  measure: 'labels.subject.measure',
  report: 'labels.subject.report',
  deadline: 'labels.subject.deadline',
  observation: 'labels.subject.observation',
  note: 'labels.subject.note',
  reply: 'labels.subject.reply',
  aim: 'labels.subject.aim',
  assessment: 'labels.subject.assessment',
  entry: 'labels.subject.entry',
  key: 'labels.subject.key',
}

export const CAPACITY_WORDS: Record<Capacity, MessageKey> = {
  reporter: 'labels.capacity.reporter',
  verifier: 'labels.capacity.verifier',
  editor: 'labels.capacity.editor',
  admin: 'labels.capacity.admin',
  operator: 'labels.capacity.operator',
}

export const ROLE_WORDS: Record<Role, MessageKey> = {
  reporter: 'labels.role.reporter',
  verifier: 'labels.role.verifier',
  editor: 'labels.role.editor',
  admin: 'labels.role.admin',
}

export const PRECISION_WORDS: Record<Precision, MessageKey> = {
  day: 'labels.precision.day',
  month: 'labels.precision.month',
  year: 'labels.precision.year',
  inferred: 'labels.precision.inferred',
}

export const POINT_WORDS: Record<ImplementabilityPoint, MessageKey> = {
  body: 'labels.point.body',
  deadline: 'labels.point.deadline',
  criterion: 'labels.point.criterion',
  verification: 'labels.point.verification',
  resources: 'labels.point.resources',
  reporting: 'labels.point.reporting',
  dispute: 'labels.point.dispute',
  public_text: 'labels.point.public_text',
}
