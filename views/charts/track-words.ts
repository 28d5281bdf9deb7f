import type { ReportFact } from '../../src/standing/facts'
import { isForeign } from '../../src/status-reports/report-source'
import { CONDITION_WORDS, STAGE_WORDS } from '../ui/kinds'
import { nameOf, namesOf, type Names } from '../ui/names'
import { byWords } from '../ui/told'
import type { Words } from '../ui/words'

import type { Tracks } from '../../src/standing/tracks'
import type { Reason } from '../../src/status-reports/status-report'

/** How the positions on a measure moved, and why some findings could give none. */
export interface PositionHistory extends Tracks {
  reasons: Readonly<Record<string, Reason | null>>
}

/** Who a line is of. */
export const speakerWords = (t: Words, names: Names, party: string | null): string =>
  party === null ? t('charts.finding') : nameOf(names, party)

/** Who made a report: a finding with its author, where that is known; a party with whose duty it speaks of, where that is not its own. */
export function sayerWords(
  t: Words,
  names: Names,
  { party, by }: ReportFact,
  owedBy: readonly string[],
): string {
  const author = party === null ? byWords(t, by) : null
  if (author !== null) return t('measures.finding_by', { author })
  const who = speakerWords(t, names, party)
  return isForeign(party, owedBy) ? t('tracks.foreign', { who, owing: namesOf(t, names, owedBy) }) : who
}

/** What a report said of the measure. */
export function saidWords(t: Words, { stage, condition }: Pick<ReportFact, 'stage' | 'condition'>): string {
  if (stage === null) return t('tracks.looked_row')
  const words = t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })
  return condition === 'active'
    ? words
    : t('charts.with_condition', { who: words, condition: t(CONDITION_WORDS[condition]) })
}
