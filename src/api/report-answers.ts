import { liveReports } from '../dashboards/lines.queries'
import { stateOf } from '../dashboards/measure.queries'
import { findDraft } from '../drafts/draft.store'
import { headOf } from '../ledger/ledger.store'
import type { Answer } from '../ledger/once.store'
import { dayOf } from '../lib/dates'
import { paths } from '../paths'
import { previewStatusReport } from '../status-reports/preview-status-report'
import type { Filing, Recorded } from '../status-reports/record-status-report'
import type { Api } from './answers'
import { draftJson } from './draft.routes'
import { KEY, LONGEST_KEY } from './filed-report'
import { historyIn } from './measure.queries'
import { API } from './page'
import { problem, problemAnswer, PROBLEM_TYPE } from './problem'
import { previewJson, reportJson } from './report.shapes'
import { answered } from './view.queries'

/** The measure that a report is on. */
export interface Place {
  slug: string
  code: string
}

export const noMeasure = (): Response => problemAnswer(404, { detail: 'api.detail.no_measure' })

/** To a key that cannot be one. */
export function badKey(): Response {
  const most = LONGEST_KEY
  const problems = [{ field: KEY, message: 'api.bad.key' as const, values: { most } }]
  return problemAnswer(400, { detail: 'api.bad.key', values: { most }, problems })
}

const refused = (problems: Parameters<typeof problem>[1]['problems'] = []): Response =>
  problemAnswer(422, { detail: 'api.detail.refused', problems })

/** What a report would do, or why it may not. */
export async function previewAnswer({ site }: Api, filing: Filing): Promise<Response> {
  const result = await previewStatusReport(site.deps, filing)
  switch (result.outcome) {
    case 'would stand':
      return Response.json(previewJson(result.wording, filing.place, result.after))
    case 'refused':
      return refused(result.problems)
    case 'no such measure':
      return noMeasure()
  }
}

/** What became of a report that was filed. */
export async function filedAnswer(api: Api, place: Place, result: Recorded): Promise<Response> {
  switch (result.outcome) {
    case 'recorded':
      return created(justRecorded(result), result.answer)
    case 'submitted':
      return accepted(api, result.answer)
    case 'repeated':
      return repeated(api, place, result.answer)
    case 'refused':
      return refused(result.problems)
    case 'no such measure':
      return noMeasure()
    case 'key reused':
      return problemAnswer(409, {
        detail: 'api.detail.key_reused',
        problems: [{ field: KEY, message: 'api.detail.key_reused' }],
      })
    case 'overtaken':
      return overtaken(
        api,
        place,
        result.newer.map(({ id }) => id),
      )
  }
}

const DRAFTS = `${API}/drafts/`
/** Where a draft is read that waits for a second person. */
export const draftAddress = (id: string): string => `${DRAFTS}${id}`

/** The draft that waits. */
async function accepted({ site }: Api, { location, status }: Answer): Promise<Response> {
  const db = site.deps.db.read
  const draft = await findDraft(db, location.slice(DRAFTS.length))
  // A deleted draft is remembered longer than any key.
  if (!draft) throw new Error(`the draft at ${location} is gone`)
  return Response.json(await draftJson(db, draft), {
    status,
    headers: { location, 'cache-control': 'private, no-cache' },
  })
}

/** Nobody can have replied to it or corrected it yet. */
const justRecorded = ({ report, standing }: Extract<Recorded, { outcome: 'recorded' }>) =>
  reportJson({
    report,
    state: stateOf(report, new Set(liveReports(standing)), new Map()),
    correctedBy: null,
    replies: [],
  })

const created = (report: unknown, { status, location }: Answer): Response =>
  Response.json(report, { status, headers: { location } })

async function repeated(api: Api, place: Place, answer: Answer): Promise<Response> {
  if (answer.location.startsWith(DRAFTS)) return accepted(api, answer)
  const reports = await historyNow(api, place)
  return created(
    reports.find(({ id }) => paths.report(id) === answer.location),
    answer,
  )
}

async function overtaken(api: Api, place: Place, ids: readonly string[]): Promise<Response> {
  const reports = await historyNow(api, place)
  const said = problem(409, {
    detail: 'api.detail.overtaken',
    problems: [{ field: 'seen', message: 'api.bad.newer' }],
  })
  const newer = reports.filter(({ id }) => ids.includes(id))
  return Response.json({ ...said, newer }, { status: 409, headers: PROBLEM_TYPE })
}

// The ledger may be a day ahead of a clock that was set back.
async function historyNow({ site }: Api, { slug, code }: Place) {
  const { deps } = site
  const [today, last] = [dayOf(deps.clock()), dayOf((await headOf(deps.db.read)).enteredAt)]
  const asOf = last > today ? last : today
  return (await answered(site, { as_of: asOf }, (view) => historyIn(view, slug, code))) ?? []
}
