import { fieldsOf } from '../lib/json'
import { addReply } from '../replies/reply.store'
import { addReport } from '../status-reports/status-report.store'
import type { Said, SaidReport } from './dataset'
import { idsFor } from './derived-id'
import type { Draft } from './draft'
import { judgeReply, judgeReport } from './judge-reports'
import { layOnces } from './lay-onces'
import type { From } from './lay-thing'
import type { MeasureThing, Thing } from './thing'

/** Lays the reports on a measure, what is corrected before what corrects it, and the replies to them. */
export function layReports(
  draft: Draft,
  measure: MeasureThing,
  reports: readonly SaidReport[],
  from: From,
): void {
  const agreement = measure.parent.key
  const code = measure.key
  const idOf = idsFor(`${agreement}/${code}`, 'report')
  const list = {
    noun: 'report',
    parent: measure,
    agreement,
    measure: code,
    recorded: from.recorded,
    idOf,
  } as const
  const where = { ...list, place: `${from.place}.reports`, sequence: correctedFirst(reports) }
  const place = { id: measure.id, agreement, code }
  const laid = layOnces(draft, reports, where, (ledger, { id, content: fields }, stamp) => {
    const named = fieldsOf(fields).text('superseded_by') ?? ''
    const supersededBy = draft.addresses.get(named) ?? null
    addReport(ledger, draft.actor, { id, measure: place, fields, supersededBy, ...stamp })
  })
  for (const [index, report] of laid.entries()) {
    if (!report) continue
    rememberCorrection(draft, report)
    if (!report.recorded && !from.recorded) draft.judgements.push(() => judgeReport(draft, measure, report))
    layReplies(draft, measure, report, reports[index]?.replies ?? [], {
      place: `${where.place}.${index}.replies`,
      recorded: from.recorded,
    })
  }
}

function rememberCorrection(draft: Draft, report: Thing): void {
  const corrects = fieldsOf(report.content).text('corrects')
  if (corrects === null) return
  const others = draft.corrections.get(corrects) ?? []
  if (!others.includes(report)) draft.corrections.set(corrects, [...others, report])
}

function layReplies(
  draft: Draft,
  measure: MeasureThing,
  report: Thing,
  replies: readonly Said[],
  from: From,
): void {
  const place = { agreement: measure.parent.key, code: measure.key }
  const where = {
    noun: 'reply',
    parent: report,
    agreement: place.agreement,
    measure: place.code,
    ...from,
  } as const
  const laid = layOnces(
    draft,
    replies,
    { ...where, idOf: idsFor(report.id, 'reply') },
    (ledger, thing, stamp) => {
      const fields = fieldsOf(thing.content)
      const [party, text] = [fields.text('party') ?? '', fields.text('text') ?? '']
      addReply(ledger, draft.actor, {
        id: thing.id,
        report: report.id,
        measure: place,
        party,
        text,
        ...stamp,
      })
    },
  )
  if (from.recorded) return
  for (const reply of laid)
    if (reply && !reply.recorded) draft.judgements.push(() => judgeReply(draft, measure, report, reply))
}

/** The places of a list's reports in an order in which nothing stands before what it corrects. */
function correctedFirst(reports: readonly SaidReport[]): number[] {
  const indexOf = new Map(reports.map((report, index) => [report.id, index]))
  const depthOf = (index: number): number => {
    const seen = new Set<number>()
    for (let at = index; at >= 0 && !seen.has(at);) {
      seen.add(at)
      const corrects: unknown = reports[at]?.content['corrects']
      at = typeof corrects === 'string' ? (indexOf.get(corrects) ?? -1) : -1
    }
    return seen.size
  }
  const depths = reports.map((_, index) => depthOf(index))
  return reports.map((_, index) => index).sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0))
}
