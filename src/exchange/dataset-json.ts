import type { Instant } from '../lib/dates'
import { naturally } from '../lib/text'
import type {
  Revised,
  Said,
  SaidAgreement,
  SaidAim,
  SaidMeasure,
  SaidParty,
  SaidReport,
  Worded,
} from './dataset'
import { type Noun, spoken, type WordedNoun } from './nouns'
import { spokenFields } from './record.queries'

// Each thing as a dataset writes it: its own words, then what it carries, then what stands under it.

const carried = ({ id, recordedAt, withdrawn }: Said) => ({
  id,
  recorded_at: recordedAt,
  withdrawn: withdrawn && {
    at: withdrawn.at,
    ...(withdrawn.reason === null ? {} : { reason: withdrawn.reason }),
  },
})

const leaf = (noun: Noun, said: Said) => ({ ...spoken(noun, said.content), ...carried(said) })

const worded = (noun: WordedNoun, said: Worded) => ({
  ...leaf(noun, said),
  revisions: some(said.revisions.map((revision) => revisionJson(noun, revision))),
})

const revisionJson = (noun: WordedNoun, { recordedAt, reason, fields }: Revised) => ({
  recorded_at: recordedAt,
  reason: reason ?? undefined,
  fields: spokenFields(noun, fields),
})

/** Absent where there is none. */
const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

interface Placed {
  id: string | undefined
  recordedAt: Instant | undefined
}

const byEntering = (a: Placed, b: Placed): number =>
  compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id)
const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

const leaves = (noun: Noun, list: readonly Said[]) =>
  some([...list].sort(byEntering).map((said) => leaf(noun, said)))

const reportJson = (report: SaidReport) => ({
  ...leaf('report', report),
  replies: leaves('reply', report.replies),
})

const aimJson = (aim: SaidAim) => ({
  code: aim.code,
  ...leaf('aim', aim),
  assessments: leaves('assessment', aim.assessments),
})

const measureJson = (measure: SaidMeasure) => ({
  code: measure.code,
  ...worded('measure', measure),
  notes: leaves('note', measure.notes),
  deadlines: leaves('deadline', measure.deadlines),
  observations: leaves('observation', measure.observations),
  reports: some([...measure.reports].sort(byEntering).map(reportJson)),
})

export const partyJson = (party: SaidParty): object => ({ slug: party.slug, ...worded('party', party) })

export const agreementJson = (agreement: SaidAgreement): object => ({
  slug: agreement.slug,
  ...worded('agreement', agreement),
  aims: some([...agreement.aims].sort((a, b) => naturally(a.code, b.code)).map(aimJson)),
  notes: leaves('note', agreement.notes),
  measures: some([...agreement.measures].sort((a, b) => naturally(a.code, b.code)).map(measureJson)),
})
