import type { MessageKey } from '../../src/messages/messages'
import type { ReportValues } from '../../src/status-reports/report-values'
import { useT } from '../ui/words'

const LABELS: readonly [keyof Omit<ReportValues, 'evidence'>, MessageKey][] = [
  ['kind', 'filing.kind'],
  ['channel', 'filing.channel'],
  ['party', 'filing.party'],
  ['by_name', 'filing.by_name'],
  ['by_organisation', 'filing.by_organisation'],
  ['stage', 'filing.stage'],
  ['reason', 'filing.reason'],
  ['condition', 'filing.condition'],
  ['superseded_by', 'filing.superseded_by'],
  ['decided_by', 'filing.decided_by'],
  ['as_of', 'filing.as_of'],
  ['summary', 'filing.summary'],
  ['language', 'filing.language'],
]

/** Everything that was typed into the form of a report, as it was typed. */
export function TypedList({ values }: { values: ReportValues }) {
  const t = useT()
  const typed = LABELS.map(([name, label]) => ({ label: t(label), value: values[name] }))
  const sources = values.evidence.map((block, position) => ({
    label: t('filing.evidence_n', { n: position + 1 }),
    value: [
      block.kind,
      block.title,
      block.url,
      block.publisher,
      block.published_on,
      block.language,
      block.file_name,
    ]
      .filter((text) => text.trim() !== '')
      .join('\n'),
  }))
  return (
    <dl class="fact-list">
      {[...typed, ...sources]
        .filter(({ value }) => value.trim() !== '')
        .map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd class="told" dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  )
}
