import type { MessageKey } from '../../src/messages/messages'
import {
  CONDITIONS,
  REASONS,
  STAGES,
  type Condition,
  type Stage,
} from '../../src/status-reports/status-report'
import {
  CONDITION_TESTS,
  CONDITION_WORDS,
  FLAG_WORDS,
  FLAGS,
  REASON_WORDS,
  STAGE_TESTS,
  STAGE_WORDS,
  type Flag,
} from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { markOfStage } from '../ui/report-card'
import { Table } from '../ui/table'
import { useT } from '../ui/words'

export function StageTable() {
  const t = useT()
  const rows: (Stage | null)[] = [null, ...STAGES]
  return (
    <>
      <Table<Stage | null>
        caption={t('method.stages')}
        quiet
        rows={rows}
        columns={[
          { head: t('method.stage'), names: true, cell: (stage) => stage ?? t('method.no_stage') },
          {
            head: t('method.word'),
            cell: (stage) => (
              <span class="chip">
                <LabelMark label={markOfStage(stage)} />
                {t(stage === null ? 'labels.label.not_assessed' : STAGE_WORDS[stage])}
              </span>
            ),
          },
          {
            head: t('method.test'),
            cell: (stage) => t(stage === null ? 'labels.test.null' : STAGE_TESTS[stage]),
          },
        ]}
      />
      <p>{t('method.reasons')}</p>
      <ul>
        {REASONS.map((reason) => (
          <li>{t(REASON_WORDS[reason])}</li>
        ))}
      </ul>
    </>
  )
}

export function ConditionTable() {
  const t = useT()
  return (
    <Table<Condition>
      caption={t('method.conditions')}
      quiet
      rows={CONDITIONS}
      columns={[
        { head: t('method.condition'), names: true, cell: (condition) => t(CONDITION_WORDS[condition]) },
        { head: t('method.means'), cell: (condition) => t(CONDITION_TESTS[condition]) },
      ]}
    />
  )
}

const FLAG_MEANS: Record<Flag, MessageKey> = {
  overdue: 'method.flag.overdue',
  disputed: 'method.flag.disputed',
  stale: 'method.flag.stale',
  stalled: 'method.flag.stalled',
  due_soon: 'method.flag.due_soon',
  awaiting_verification: 'method.flag.awaiting_verification',
  verified: 'method.flag.verified',
  claimed_only: 'method.flag.claimed_only',
}

export function FlagTable() {
  const t = useT()
  return (
    <Table<Flag>
      caption={t('method.flags')}
      quiet
      rows={FLAGS}
      columns={[
        {
          head: t('method.flag'),
          names: true,
          cell: (flag) => <span class={`flag ${flag}`}>{t(FLAG_WORDS[flag])}</span>,
        },
        { head: t('method.means'), cell: (flag) => t(FLAG_MEANS[flag]) },
      ]}
    />
  )
}
