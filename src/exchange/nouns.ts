import { agreementContent, readAgreement } from '../agreements/agreement.content'
import { assessmentContent, readAssessment } from '../aims/aim.content'
import { deadlineContent, readDeadline } from '../deadlines/deadline.content'
import { settleDeadline } from '../deadlines/deadline.schema'
import { toContentObject } from '../ledger/content'
import { fieldsOf, type JsonObject } from '../lib/json'
import { settle } from '../lib/schema'
import { measureContent, readMeasure } from '../measures/measure.content'
import { noteContent, readNote } from '../notes/note.content'
import { observationContent, readObservation } from '../observations/observation.content'
import { partyContent, readParty } from '../parties/party.content'
import { readReport, reportContent } from '../status-reports/status-report.content'

/** What a dataset holds, in the words of the ledger's subjects. */
export const NOUNS = [
  'party',
  'agreement',
  'aim',
  'assessment',
  'measure',
  'deadline',
  'observation',
  'note',
  'report',
  'reply',
] as const
export type Noun = (typeof NOUNS)[number]
/** The nouns that are kept as revisions. */
export type WordedNoun = 'party' | 'agreement' | 'measure'

type Words = Record<string, unknown>

/** The days of each noun as rules use them: the first or last of the period that is known. */
const SETTLE: Record<Noun, (words: Words) => Words> = {
  party: (words) => words,
  agreement: (words) => settle(words, 'concluded_on', 'first'),
  aim: (words) => words,
  assessment: (words) => settle(words, 'as_of', 'last'),
  measure: (words) => words,
  deadline: settleDeadline,
  observation: (words) => settle(words, 'observed_on', 'last'),
  note: (words) => settle(words, 'on', 'last'),
  report: (words) => settle(words, 'as_of', 'last'),
  reply: (words) => words,
}

const only = (...keys: string[]) => {
  return (object: JsonObject): Words =>
    Object.fromEntries(keys.map((key) => [key, fieldsOf(object).text(key) ?? '']))
}

const SPOKEN: Record<Noun, (object: JsonObject) => Words> = {
  party: (object) => partyContent(readParty(object)),
  agreement: (object) => agreementContent(readAgreement(object)),
  aim: only('title'),
  assessment: (object) => assessmentContent(readAssessment(object)),
  measure: (object) => measureContent(readMeasure(object)),
  deadline: (object) => deadlineContent(readDeadline(object)),
  observation: (object) => observationContent(readObservation(object)),
  note: (object) => noteContent(readNote(object)),
  report: (object) => reportContent(readReport(object)),
  reply: only('party', 'text'),
}

/** A noun's words as a dataset writes them, numbers as numbers, from what the record keeps. */
export const spoken = (noun: Noun, content: JsonObject): Words => SPOKEN[noun](content)

/** A noun's words in the one form in which the record keeps and compares them. */
export const settled = (noun: Noun, words: Words): JsonObject =>
  toContentObject(SPOKEN[noun](toContentObject(SETTLE[noun](words))))
