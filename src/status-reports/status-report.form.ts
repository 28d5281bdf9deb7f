import { toContentObject } from '../ledger/content'
import { type Fields, given } from '../lib/fields'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import type { ReportValues } from './report-values'
import { type EvidenceValues, valuesIn } from './report-values'
import { type ReportWording, STAGES } from './status-report'
import { readReport, reportContent } from './status-report.content'
import { reportSchema } from './status-report.schema'

/** Whose name a report carries that its author files here. */
export interface Account {
  name: string
  organisation: string | null
}

export interface ReadForm {
  /** Everything that was typed, to be shown again. */
  values: ReportValues
  read: { wording: ReportWording } | { problems: Problem[] }
  /** The last entry when the form was made; null for no check. */
  seen: number | null
}

/** Reads the form of a status report. Problems name the form's own fields, those of evidence with their block: `evidence_url.0`. */
export function readReportForm(fields: Fields, account: Account): ReadForm {
  const values = valuesIn(fields)
  const blocks = blocksIn(values)
  const own = (given(fields, 'channel') ?? 'own') === 'own'
  const { success, data, error } = reportSchema.safeParse({
    ...textsIn(fields),
    stage: stageIn(fields),
    by: own ? nameOf(account) : byIn(fields),
    evidence: blocks.map(([, block]) => evidenceIn(block)),
  })
  const seen = given(fields, 'seen')
  const problems: Problem[] = [
    ...atControls(values, success ? [] : problemsFrom(error)),
    ...(own ? problemsWithOwn(fields) : []),
    ...(seen === undefined || WHOLE.test(seen) ? [] : [SEEN_WRONG]),
  ]
  const read =
    success && problems.length === 0 ? { wording: readReport(toContentObject(data)) } : { problems }
  return { values, read, seen: seen === undefined || !WHOLE.test(seen) ? null : Number(seen) }
}

/** The blocks of evidence by position: one that names nothing is ignored, but what would be restricted must be named. */
const blocksIn = ({ evidence }: ReportValues): [number, EvidenceValues][] =>
  [...evidence.entries()].filter(
    ([, { title, url, file_sha256, restricted }]) =>
      `${title}${url}${file_sha256}${restricted}`.trim() !== '',
  )

/** Problems of a report at the controls where they are put right. */
export function atControls(values: ReportValues, problems: readonly Problem[]): Problem[] {
  const positions = blocksIn(values).map(([position]) => position)
  return problems.map((problem) => ({ ...problem, field: formField(problem.field, positions) }))
}

/** The form with what else is wrong with it, such as a file that cannot be kept. */
export const withProblems = (form: ReadForm, more: readonly Problem[]): ReadForm =>
  more.length === 0
    ? form
    : { ...form, read: { problems: [...('problems' in form.read ? form.read.problems : []), ...more] } }

const WHOLE = /^\d{1,15}$/
const SEEN_WRONG: Problem = { field: 'seen', message: 'rules.whole', values: { least: 0 } }

const textsIn = (fields: Fields) => ({
  kind: given(fields, 'kind'),
  party: given(fields, 'party'),
  reason: given(fields, 'reason'),
  condition: given(fields, 'condition'),
  superseded_by: given(fields, 'superseded_by'),
  decided_by: given(fields, 'decided_by'),
  as_of: given(fields, 'as_of'),
  as_of_precision: given(fields, 'as_of_precision'),
  channel: given(fields, 'channel') ?? 'own',
  summary: given(fields, 'summary'),
  language: given(fields, 'language'),
  corrects: given(fields, 'corrects'),
})

/** Null where it is left empty; what is no stage stays text, so that the schema refuses it. */
function stageIn(fields: Fields): number | string | null {
  const typed = given(fields, 'stage')
  if (typed === undefined) return null
  return STAGES.find((stage) => String(stage) === typed) ?? typed
}

const nameOf = ({ name, organisation }: Account) => ({ name, organisation })

function byIn(fields: Fields) {
  const by = { name: given(fields, 'by_name'), organisation: given(fields, 'by_organisation') }
  return by.name === undefined && by.organisation === undefined ? undefined : by
}

function evidenceIn({ file_sha256, file_name, file_type, file_size, ...block }: EvidenceValues) {
  const { restricted, review_on, ...typed } = block
  const texts = Object.entries(typed).map(([name, value]) => [name, value.trim() || undefined] as const)
  const file = { sha256: file_sha256, name: file_name, type: file_type, size: Number(file_size) }
  return {
    ...Object.fromEntries(texts),
    file: file_sha256 === '' ? undefined : file,
    restricted: restricted === '' ? undefined : { review_on: review_on.trim() || undefined },
  }
}

const problemsWithOwn = (fields: Fields): Problem[] =>
  ['by_name', 'by_organisation']
    .filter((field) => given(fields, field) !== undefined)
    .map((field) => ({ field, message: 'rules.report.own_by' }))

/** The form's name for a field of the dataset; evidence by the block it was typed into. */
function formField(field: string, positions: readonly number[]): string {
  const [noun = '', index = '', name = 'title'] = field.split('.')
  if (noun === 'by') return `by_${index || 'name'}`
  if (noun !== 'evidence' || index === '') return field
  return `evidence_${name === 'restricted' ? 'review_on' : name}.${positions[Number(index)] ?? 0}`
}

/** What a report says, as far as its author decided it: the account's name may change between two sendings. */
export const saidIn = ({ by, ...wording }: ReportWording): object =>
  reportContent({ ...wording, by: wording.channel === 'own' ? null : by })
