import type { Entry, EntryKind, SubjectType } from '../ledger/entry'

/** Something that was recorded, as far as it says what it changed. */
export type Touching = Pick<Entry, 'kind' | 'agreement' | 'measure' | 'subject'>

type Reach = 'nothing' | 'its measure' | 'everything'

/** The addresses of the measures that may stand elsewhere after some entries; null where any text or measure may differ. */
export function touchedBy(entries: readonly Touching[]): ReadonlySet<string> | null {
  const touched = new Set<string>()
  for (const { kind, agreement, measure, subject } of entries) {
    const reach = kind === 'withdrawn' ? REACH_OF_WITHDRAWING[subject.type] : REACH[kind]
    if (reach === 'everything') return null
    if (reach === 'its measure') touched.add(`${agreement}/${measure}`)
  }
  return touched
}

const REACH: Record<Exclude<EntryKind, 'withdrawn'>, Reach> = {
  party_added: 'everything',
  party_revised: 'everything',
  agreement_added: 'everything',
  agreement_revised: 'everything',
  measure_added: 'everything',
  measure_revised: 'everything',
  report_recorded: 'its measure',
  report_withdrawn: 'its measure',
  deadline_set: 'its measure',
  observation_added: 'nothing',
  note_added: 'nothing',
  reply_added: 'nothing',
  aim_added: 'nothing',
  aim_assessed: 'nothing',
  day_passed: 'nothing',
  // What was said may be what a measure or an agreement is called.
  content_redacted: 'everything',
  key_changed: 'nothing',
}

const REACH_OF_WITHDRAWING: Record<SubjectType, Reach> = {
  party: 'everything',
  agreement: 'everything',
  measure: 'everything',
  report: 'its measure',
  deadline: 'its measure',
  observation: 'nothing',
  note: 'nothing',
  reply: 'nothing',
  aim: 'nothing',
  assessment: 'nothing',
  entry: 'everything',
  key: 'nothing',
}
