import type { Problem } from '../../src/messages/problem'
import type { Offer } from '../../src/status-reports/report-permissions'
import type { ReportValues } from '../../src/status-reports/report-values'
import { CONDITIONS, REASONS, STAGES } from '../../src/status-reports/status-report'
import { RadioGroup } from '../ui/choices'
import { Select, TextField } from '../ui/controls'
import { CONDITION_TESTS, CONDITION_WORDS, REASON_WORDS, STAGE_TESTS, STAGE_WORDS } from '../ui/kinds'
import { useT } from '../ui/words'
import { withTyped } from './typed'

interface Props {
  offer: Offer
  values: ReportValues
  problems: readonly Problem[]
}

/** How far it has come, each stage with its test beside it. */
function StageField({ offer, values, problems }: Props) {
  const t = useT()
  const stages = STAGES.map((stage) => ({
    value: String(stage),
    label: t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) }),
    hint: t(STAGE_TESTS[stage]),
  }))
  const unknown = { value: '', label: t('labels.label.not_assessed'), hint: t('labels.test.null') }
  // Nothing is chosen beforehand: that nobody can say is an answer, too.
  const chosen = values.stage === '' && values.reason === '' ? 'none' : values.stage
  return (
    <RadioGroup
      name="stage"
      label={t('filing.stage')}
      value={chosen}
      choices={[...(offer.kinds.includes('finding') ? [unknown] : []), ...withTyped(stages, values.stage)]}
      problems={problems}
    />
  )
}

function ReasonField({ offer, values, problems }: Props) {
  const t = useT()
  if (!offer.kinds.includes('finding') && values.reason === '') return null
  const reasons = REASONS.map((value) => ({ value, label: t(REASON_WORDS[value]) }))
  return (
    <Select
      name="reason"
      label={t('filing.reason')}
      hint={t('filing.reason_hint')}
      value={values.reason}
      choices={withTyped(reasons, values.reason)}
      problems={problems}
      optional
    />
  )
}

function ConditionFields({ values, problems }: Props) {
  const t = useT()
  const conditions = CONDITIONS.map((value) => ({
    value,
    label: t(CONDITION_WORDS[value]),
    hint: t(CONDITION_TESTS[value]),
  }))
  return (
    <>
      <RadioGroup
        name="condition"
        label={t('filing.condition')}
        value={values.condition || 'active'}
        choices={withTyped(conditions, values.condition)}
        problems={problems}
      />
      <TextField
        name="decided_by"
        label={t('filing.decided_by')}
        hint={t('filing.decided_by_hint')}
        value={values.decided_by}
        problems={problems}
        optional
      />
      <TextField
        name="superseded_by"
        label={t('filing.superseded_by')}
        hint={t('filing.superseded_by_hint')}
        value={values.superseded_by}
        problems={problems}
        optional
      />
    </>
  )
}

export function StageFields(props: Props) {
  const t = useT()
  return (
    <section>
      <h2>{t('filing.far_heading')}</h2>
      <StageField {...props} />
      <ReasonField {...props} />
      <ConditionFields {...props} />
    </section>
  )
}
