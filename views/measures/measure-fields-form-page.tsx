import { first } from '../../src/lib/fields'
import { OBLIGATIONS, VERIFICATIONS } from '../../src/measures/measure'
import { type Answers, LanguageField } from '../parties/editor-form-page'
import { withTyped } from '../status-reports/typed'
import { RadioGroup } from '../ui/choices'
import { Select, TextArea, TextField } from '../ui/controls'
import { OBLIGATION_WORDS, VERIFICATION_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

/** A control that may be left empty. */
const maybe = ({ fields, problems }: Answers, name: string) => ({
  name,
  value: first(fields, name),
  problems,
  optional: true,
})

/** What was agreed. */
export function TextFields(answers: Answers) {
  const t = useT()
  const obligations = OBLIGATIONS.map((value) => ({ value, label: t(OBLIGATION_WORDS[value]) }))
  return (
    <>
      <TextField
        {...maybe(answers, 'title')}
        label={t('forms.measure.title')}
        maxlength={300}
        optional={false}
      />
      <TextArea {...maybe(answers, 'text')} label={t('forms.measure.text')} rows={5} />
      <LanguageField {...answers} />
      <RadioGroup
        {...maybe(answers, 'obligation')}
        label={t('forms.measure.obligation')}
        choices={withTyped(obligations, first(answers.fields, 'obligation'))}
        optional={false}
      />
      <TextField
        {...maybe(answers, 'theme')}
        label={t('forms.measure.theme')}
        hint={t('forms.measure.theme_hint')}
        maxlength={100}
      />
      <TextArea
        {...maybe(answers, 'repeats')}
        label={t('forms.measure.repeats')}
        hint={t('forms.measure.repeats_hint')}
        rows={2}
      />
    </>
  )
}

/** What the text gives those who are to carry it out. */
export function GivenFields(answers: Answers) {
  const t = useT()
  const ways = VERIFICATIONS.map((value) => ({ value, label: t(VERIFICATION_WORDS[value]) }))
  const yesNo = [
    { value: '', label: t('forms.measure.public_unknown') },
    { value: 'true', label: t('forms.measure.public_yes') },
    { value: 'false', label: t('forms.measure.public_no') },
  ]
  return (
    <>
      <TextArea {...maybe(answers, 'criterion')} label={t('forms.measure.criterion')} rows={3} />
      <Select
        {...maybe(answers, 'verification')}
        label={t('forms.measure.verification')}
        choices={withTyped(ways, first(answers.fields, 'verification'))}
        none={t('forms.measure.verification_none')}
      />
      <TextArea {...maybe(answers, 'resources')} label={t('forms.measure.resources')} rows={2} />
      <TextField
        {...maybe(answers, 'reporting_frequency')}
        label={t('forms.measure.reporting_frequency')}
        maxlength={300}
      />
      <TextArea
        {...maybe(answers, 'dispute_procedure')}
        label={t('forms.measure.dispute_procedure')}
        rows={2}
      />
      <RadioGroup
        {...maybe(answers, 'text_public')}
        label={t('forms.measure.text_public')}
        choices={withTyped(yesNo, first(answers.fields, 'text_public'))}
      />
    </>
  )
}

/** How it is counted. */
export function CountFields(answers: Answers) {
  const t = useT()
  return (
    <>
      <TextField
        {...maybe(answers, 'review_interval_days')}
        label={t('forms.measure.review_interval_days')}
        hint={t('forms.measure.review_hint')}
      />
      <TextField
        {...maybe(answers, 'weight')}
        label={t('forms.measure.weight')}
        hint={t('forms.measure.weight_hint')}
      />
      <TextField
        {...maybe(answers, 'every_months')}
        label={t('forms.measure.every_months')}
        hint={t('forms.measure.every_months_hint')}
      />
      <TextField
        {...maybe(answers, 'target.quantity')}
        label={t('forms.measure.target_quantity')}
        hint={t('forms.measure.target_hint')}
      />
      <TextField {...maybe(answers, 'target.unit')} label={t('forms.measure.target_unit')} maxlength={50} />
      <TextField {...maybe(answers, 'target.baseline')} label={t('forms.measure.target_baseline')} />
    </>
  )
}
