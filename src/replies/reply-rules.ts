import type { Problem } from '../messages/problem'
import type { StatusReport } from '../status-reports/status-report'

/** What keeps a party from replying to a report; `parties` are those of the agreement, null where it or the measure was withdrawn. */
export function problemsWithReply(
  party: string | null,
  report: Pick<StatusReport, 'kind' | 'withdrawn'>,
  parties: readonly string[] | null,
): Problem[] {
  if (report.kind !== 'finding') return [{ field: 'text', message: 'rules.reply.finding' }]
  if (report.withdrawn || parties === null) return [{ field: 'text', message: 'rules.withdrawn' }]
  return party !== null && parties.includes(party) ? [] : [{ field: 'text', message: 'rules.reply.party' }]
}
