import { readAgreement } from '../agreements/agreement.content'
import { dayOf } from '../lib/dates'
import { fieldsOf } from '../lib/json'
import type { CorrectedReport, ReportContext } from '../status-reports/report-rules'
import { problemsWithReport } from '../status-reports/report-rules'
import { readReport } from '../status-reports/status-report.content'
import { type Draft, leastOf, refuse, refuseAll } from './draft'
import { type MeasureThing, NOW, type Thing, wordingsAt } from './thing'

/** A report by the rules of the form, against the wording of the agreement when it enters. */
export function judgeReport(draft: Draft, measure: MeasureThing, report: Thing): void {
  const { parent, key } = measure
  const wording = readReport(report.content)
  if (wording.channel === 'own' && !draft.keepRecordedAt)
    refuse(draft, `${report.place}.channel`, 'exchange.own_channel')
  if (wording.approvedBy !== null && !draft.keepRecordedAt)
    refuse(draft, `${report.place}.approved_by`, 'exchange.approved_by')
  const actor = report.actor ?? draft.actor
  const given: Omit<ReportContext, 'concludedOn' | 'parties'> = {
    recordedOn: dayOf(draft.keepRecordedAt && report.order !== NOW ? report.order : draft.now),
    measure: `${parent.key}/${key}`,
    knows: (address) => draft.addresses.has(address),
    author: { actorId: actor.id, capacity: actor.capacity },
    corrected: correctedBy(draft, measure, report),
  }
  const judged = wordingsAt(parent, report.order).map((agreement) => {
    const { concludedOn, parties } = readAgreement(agreement)
    return problemsWithReport(wording, { ...given, concludedOn, parties })
  })
  refuseAll(draft, report.place, leastOf(judged))
}

/** What a report corrects, where that was recorded on the same measure before it. */
function correctedBy(draft: Draft, measure: MeasureThing, report: Thing): CorrectedReport | undefined {
  const id = fieldsOf(report.content).text('corrects')
  const earlier = id === null ? undefined : draft.byId.get(id)
  if (earlier?.noun !== 'report' || earlier.parent !== measure) return undefined
  if (earlier.order > report.order || correctsItself(draft, report)) return undefined
  const { withdrawn, order, content } = earlier
  const actor = earlier.actor ?? draft.actor
  const gone = withdrawn !== null && withdrawn.order < report.order
  const other = (draft.corrections.get(earlier.id) ?? []).find((one) => standBeside(one, report))
  return {
    report: {
      ...readReport(content),
      id: earlier.id,
      entry: 0,
      recordedAt: order,
      enteredAt: order,
      actor,
      withdrawn: gone ? { at: withdrawn.at, reason: withdrawn.reason, entry: 0, actor } : null,
      measure: { agreement: measure.parent.key, code: measure.key },
    },
    correctedAt: other?.order ?? null,
  }
}

function correctsItself(draft: Draft, report: Thing): boolean {
  const seen = new Set<string>()
  for (let at: Thing | undefined = report; at;) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
    at = draft.byId.get(fieldsOf(at.content).text('corrects') ?? '')
  }
  return false
}

/** Whether another correction of the same report stood while this one did. */
function standBeside(other: Thing, report: Thing): boolean {
  if (other === report) return false
  const [end, otherEnd] = [report.withdrawn?.order ?? '~~', other.withdrawn?.order ?? '~~']
  return report.order < otherEnd && other.order < end
}

/** A reply answers a finding, for a party of its agreement. */
export function judgeReply(draft: Draft, { parent }: MeasureThing, report: Thing, reply: Thing): void {
  if (readReport(report.content).kind !== 'finding') refuse(draft, reply.place, 'rules.reply.finding')
  const party = fieldsOf(reply.content).text('party') ?? ''
  const named = wordingsAt(parent, reply.order).some((wording) =>
    readAgreement(wording).parties.includes(party),
  )
  if (!named) refuse(draft, `${reply.place}.party`, 'rules.reply.party')
}
