import { first } from '../../src/lib/fields'
import { paths } from '../../src/paths'
import { EvidenceBlocks } from '../agreements/evidence-form-page'
import { type Answers, EditorFormPage, type Shown, Whereabouts } from '../parties/editor-form-page'
import type { PlaceNamed } from '../status-reports/measure-kicker'
import { DayField } from '../ui/choices'
import { TextArea, TextField } from '../ui/controls'
import { useT, wordsIn } from '../ui/words'

interface Props extends Shown {
  place: PlaceNamed
}

const maybe = ({ fields, problems }: Answers, name: string) => ({
  name,
  value: first(fields, name),
  problems,
  optional: true,
})

function Figures(answers: Answers) {
  const t = useT()
  return (
    <>
      <DayField
        {...maybe(answers, 'observed_on')}
        label={t('forms.observation.observed_on')}
        precision={first(answers.fields, 'observed_on_precision')}
        optional={false}
      />
      <TextField
        {...maybe(answers, 'quantity')}
        label={t('forms.observation.quantity')}
        hint={t('forms.observation.quantity_hint')}
      />
      <TextField
        {...maybe(answers, 'total')}
        label={t('forms.observation.total')}
        hint={t('forms.observation.total_hint')}
      />
      <TextField {...maybe(answers, 'unit')} label={t('forms.observation.unit')} maxlength={50} />
      <TextField
        {...maybe(answers, 'percent_stated')}
        label={t('forms.observation.percent_stated')}
        hint={t('forms.observation.percent_hint')}
      />
      <TextArea {...maybe(answers, 'note')} label={t('forms.observation.note')} rows={3} />
    </>
  )
}

/** The form of a figure or occurrence on a measure. */
export function ObservationFormPage({ frame, form, fields, place }: Props) {
  const t = wordsIn(frame.locale)
  const { agreement, measure } = place
  const answers = { fields, problems: form.problems }
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={t('forms.observation.heading')}
      lead={
        <>
          <Whereabouts {...place} />
          <p>{t('forms.observation.lead')}</p>
        </>
      }
      action={paths.observationOn(agreement.slug, measure.code)}
      back={paths.measure(agreement.slug, measure.code)}
      submit={t('forms.observation.save')}
    >
      <Figures {...answers} />
      <EvidenceBlocks {...answers} least={1} legend={t('forms.evidence_legend')} />
    </EditorFormPage>
  )
}
