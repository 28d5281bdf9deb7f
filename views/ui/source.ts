import type { MessageKey } from '../../src/messages/messages'
import { isImported } from '../../src/status-reports/report-rules'
import type { Channel, StatusReport } from '../../src/status-reports/status-report'
import { nameOf, namesOf, type Names } from './names'
import type { Words } from './words'

/** How a report came here: filed here by its author, filed elsewhere and imported, or taken by an editor from a public source. */
export type Source = Channel | 'imported'

export const sourceOf = (report: Pick<StatusReport, 'channel' | 'actor'>): Source =>
  isImported(report) ? 'imported' : report.channel

/** In a sentence of its own. */
export const SOURCE_WORDS: Record<Source, MessageKey> = {
  own: 'labels.channel.own',
  imported: 'labels.channel.imported',
  public_source: 'labels.channel.public_source',
}

/** Beside a name. */
export const SOURCE_MARKS: Record<Source, MessageKey> = {
  own: 'labels.source.own',
  imported: 'labels.source.imported',
  public_source: 'labels.source.public_source',
}

/** Whether a party speaks of what others owe and it does not. */
export const isForeign = (party: string | null, owedBy: readonly string[]): boolean =>
  party !== null && !owedBy.includes(party)

/** Says of whose duty a party speaks, where that is not its own. */
export const speaksOfWords = (
  t: Words,
  names: Names,
  party: string | null,
  owedBy: readonly string[],
): string | null =>
  party !== null && isForeign(party, owedBy)
    ? t('ui.speaks_of', { party: nameOf(names, party), owing: namesOf(t, names, owedBy) })
    : null
