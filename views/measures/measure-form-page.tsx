import { first } from '../../src/lib/fields'
import type { Implementability } from '../../src/measures/implementability'
import type { Measure, MeasureWording } from '../../src/measures/measure'
import { paths } from '../../src/paths'
import { CheckboxGroup, Conflict, EditorFormPage, ReasonField, type Shown } from '../parties/editor-form-page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { nameOf, type Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { CountFields, GivenFields, TextFields } from './measure-fields-form-page'
import { measureFacets } from './measure-facets'
import { TypedPaper } from './typed-paper'

interface Props extends Shown {
  agreement: { slug: string; title: string; parties: readonly string[] }
  /** The measure as it is worded now; null for a new one. */
  measure: Measure | null
  /** What was typed, where somebody else was faster. */
  yours: MeasureWording | null
  names: Names
  /** Of what stands in the fields. */
  implementability: Implementability
}

function Code({ fields, form }: Pick<Props, 'fields' | 'form'>) {
  const t = useT()
  return (
    <TextField
      name="code"
      label={t('forms.measure.code')}
      hint={t('forms.measure.code_hint')}
      value={first(fields, 'code')}
      maxlength={32}
      problems={form.problems}
    />
  )
}

function Owing({ agreement, fields, form, names }: Props) {
  const t = useT()
  return (
    <CheckboxGroup
      name="owed_by"
      label={t('forms.measure.owed_by')}
      hint={t('forms.measure.owed_by_hint')}
      values={fields['owed_by'] ?? []}
      choices={agreement.parties.map((value) => ({ value, label: nameOf(names, value) }))}
      problems={form.problems}
    />
  )
}

/** A body for each party of the agreement, and for one that has left it but still has a body named. */
function Bodies({ agreement, fields, form, names }: Props) {
  const t = useT()
  const named = Object.keys(fields).flatMap((name) =>
    name.startsWith('bodies.') && first(fields, name) !== '' ? [name.slice('bodies.'.length)] : [],
  )
  return (
    <>
      {[...new Set([...agreement.parties, ...named])].map((party) => (
        <TextField
          name={`bodies.${party}`}
          label={t('forms.measure.body', { party: nameOf(names, party) })}
          value={first(fields, `bodies.${party}`)}
          maxlength={300}
          problems={form.problems}
          optional
        />
      ))}
    </>
  )
}

/** The form of a new measure, or of another wording of one. */
export function MeasureFormPage(props: Props) {
  const { frame, form, fields, agreement, measure, yours, names, implementability } = props
  const t = wordsIn(frame.locale)
  const answers = { fields, problems: form.problems }
  const { slug } = agreement
  const action = measure ? paths.reviseMeasure(slug, measure.code) : paths.newMeasure(slug)
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={measure ? t('forms.measure.revise', { measure: measure.title }) : t('forms.measure.new')}
      lead={
        <p>
          <Go href={paths.agreement(slug)}>{agreement.title}</Go>
        </p>
      }
      action={action}
      beside={<TypedPaper implementability={implementability} action={action} build={frame.build} />}
      back={measure ? paths.measure(slug, measure.code) : paths.agreement(slug)}
      submit={t(measure ? 'forms.party.save_revision' : 'forms.measure.save')}
      conflict={
        measure && yours ? (
          <Conflict now={measureFacets(t, measure, names)} yours={measureFacets(t, yours, names)} />
        ) : null
      }
    >
      <h2>{t('forms.measure.what')}</h2>
      {measure ? null : <Code fields={fields} form={form} />}
      <TextFields {...answers} />
      <h2>{t('forms.measure.who')}</h2>
      <Owing {...props} />
      <Bodies {...props} />
      <h2>{t('forms.measure.how')}</h2>
      <GivenFields {...answers} />
      <h2>{t('forms.measure.count')}</h2>
      <CountFields {...answers} />
      {measure ? <ReasonField {...answers} /> : null}
    </EditorFormPage>
  )
}
