import { isImported } from './report-rules'
import type { Channel, StatusReport } from './status-report'

/** How a report came here: filed here by its author, filed elsewhere and imported, or taken by an editor from a public source. */
export type Source = Channel | 'imported'

export const sourceOf = (report: Pick<StatusReport, 'channel' | 'actor'>): Source =>
  isImported(report) ? 'imported' : report.channel

/** Whether a party speaks of what others owe and it does not. */
export const isForeign = (party: string | null, owedBy: readonly string[]): boolean =>
  party !== null && !owedBy.includes(party)
