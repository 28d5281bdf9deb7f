import { type AssessmentWording } from '../aims/aim'
import { readAssessment } from '../aims/aim.content'
import { isToldLate, readDayPassed } from '../days/day-passed'
import { readDeadline } from '../deadlines/deadline.content'
import type { Entry } from '../ledger/entry'
import type { Day, Precision } from '../lib/dates'
import { fieldsOf, type JsonObject } from '../lib/json'
import { message } from '../messages/messages'
import { readNote } from '../notes/note.content'
import { readObservation } from '../observations/observation.content'
import { replySourceOf } from '../replies/reply'
import { isForeign, sourceOf } from '../status-reports/report-source'
import type { ReportWording } from '../status-reports/status-report'
import { readReport } from '../status-reports/status-report.content'

/** An entry with what was said, and what a sentence about it needs besides. */
export interface Told {
  entry: Entry
  content: JsonObject
  redacted: boolean
  /** A deadline of the same measure entered before this one. */
  moved: boolean
  /** The title of the aim that was assessed. */
  aim: string | null
  nameOf: (party: string) => string
  /** The name of whoever approved it, where one did and is known here. */
  approver: string | null
  /** Who owes the measure; nobody where there is none. */
  owedBy: readonly string[]
}

const SHAPES: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  inferred: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}
const formats = new Map<Precision, Intl.DateTimeFormat>()

/** The day in words, no more exact than it is known. */
export function dayWords(day: Day, precision: Precision): string {
  const format =
    formats.get(precision) ?? new Intl.DateTimeFormat('en-GB', { ...SHAPES[precision], timeZone: 'UTC' })
  formats.set(precision, format)
  const words = format.format(Date.parse(`${day}T00:00:00.000Z`))
  return precision === 'inferred' ? message('en', 'feeds.day_inferred', { day: words }) : words
}

/** What happened, as one sentence without a full stop. */
export function sentenceOf(told: Told): string {
  const sentence = plainSentence(told)
  return told.redacted ? message('en', 'feeds.redacted', { sentence }) : sentence
}

function plainSentence(told: Told): string {
  const { entry, content, nameOf } = told
  switch (entry.kind) {
    case 'report_recorded':
      return reportSentence(told)
    case 'deadline_set':
      return deadlineSentence(told)
    case 'observation_added': {
      const { observedOn, observedOnPrecision } = readObservation(content)
      return message('en', 'feeds.observed', { day: dayWords(observedOn, observedOnPrecision) })
    }
    case 'note_added':
      return message('en', 'feeds.noted', { kind: readNote(content).kind })
    case 'reply_added':
      return message('en', 'feeds.replied', {
        party: nameOf(fieldsOf(content).text('party') ?? ''),
        source: replySourceOf(entry),
      })
    case 'aim_added':
      return message('en', 'feeds.aim', { aim: fieldsOf(content).text('title') ?? '' })
    case 'aim_assessed':
      return message('en', 'feeds.assessed', {
        aim: told.aim ?? '',
        verdict: readAssessment(content).verdict,
      })
    case 'day_passed': {
      const { event, day, days, on, onPrecision } = readDayPassed(content)
      const late = isToldLate(day, entry.enteredAt) ? 'yes' : 'no'
      const words = { day: dayWords(day, 'day'), on: dayWords(on, onPrecision) }
      return message('en', 'days.feed', { event, days, late, ...words })
    }
    case 'withdrawn':
    case 'report_withdrawn':
      return message('en', 'feeds.withdrawn', {
        thing: message('en', `labels.subject.${entry.subject.type}`),
      })
    default:
      return message('en', `labels.entry.${entry.kind}`)
  }
}

const lists = new Intl.ListFormat('en')

function reportSentence({ entry, content, nameOf, owedBy }: Told): string {
  const report = readReport(content)
  const { kind, party, stage, condition, corrects } = report
  const values = {
    stage: stage ?? '',
    condition,
    party: nameOf(party ?? ''),
    owing: lists.format(owedBy.map(nameOf)),
    reason: report.reason ?? '',
    source: sourceOf({ ...report, actor: entry.actor }),
  }
  const found = stage === null ? 'feeds.looked' : 'feeds.finds'
  const claims = isForeign(party, owedBy) && owedBy.length > 0 ? 'feeds.claims_of' : 'feeds.claims'
  const sentence = message('en', kind === 'claim' ? claims : found, values)
  return corrects === null ? sentence : message('en', 'feeds.corrects', { sentence })
}

function deadlineSentence({ content, moved }: Told): string {
  const { dueOn, dueOnPrecision } = readDeadline(content)
  if (dueOn === null) return message('en', 'feeds.lifted')
  return message('en', moved ? 'feeds.moved' : 'feeds.due', { day: dayWords(dueOn, dueOnPrecision) })
}

/** What its author wrote, and the day a report or assessment describes. */
export function restOf({ entry, content, approver }: Told): string[] {
  const fields = fieldsOf(content)
  const dated = { report_recorded: readReport, aim_assessed: readAssessment } as const
  if (entry.kind === 'report_recorded' || entry.kind === 'aim_assessed')
    return [
      asOfSentence(dated[entry.kind](content)),
      ...given(fields.text('summary')),
      ...approvedSentence(readReport(content), approver),
    ]
  return given(fields.text('text') ?? fields.text('reason') ?? fields.text('note') ?? fields.text('summary'))
}

function approvedSentence({ approvedBy }: ReportWording, approver: string | null): string[] {
  if (approvedBy === null) return []
  const who = approver ?? message('en', `labels.capacity.${approvedBy.capacity}`)
  return [message('en', 'feeds.approved', { approver: who })]
}

const asOfSentence = ({
  asOf,
  asOfPrecision,
}: Pick<ReportWording | AssessmentWording, 'asOf' | 'asOfPrecision'>) =>
  message('en', 'feeds.as_of', { day: dayWords(asOf, asOfPrecision) })

const given = (text: string | null): string[] => (text === null || text === '' ? [] : [text])
