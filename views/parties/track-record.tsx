import type { MessageKey } from '../../src/messages/messages'
import { useT } from '../ui/words'

/** What became of the measures a party, or a pair, owes. Counts of measures; `moved` counts decisions. */
export interface TrackRecord {
  owed: number
  /** Ever had a deadline with a day. */
  dated: number
  metOnTime: number
  metLate: number
  overdue: number
  moved: number
  /** Promised again in a later measure. */
  repledged: number
}

const WORDS: Record<keyof TrackRecord, MessageKey> = {
  owed: 'parties.record_owed',
  dated: 'parties.record_dated',
  metOnTime: 'parties.record_on_time',
  metLate: 'parties.record_late',
  overdue: 'parties.record_overdue',
  moved: 'parties.record_moved',
  repledged: 'parties.record_repledged',
}

const ORDER = ['owed', 'dated', 'metOnTime', 'metLate', 'overdue', 'moved', 'repledged'] as const

export function TrackRecordFacts({ record }: { record: TrackRecord }) {
  const t = useT()
  return (
    <dl class="points">
      {ORDER.map((name) => (
        <div>
          <dt>{t(WORDS[name])}</dt>
          <dd>{record[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
