import type { Deadline } from '../../src/deadlines/deadline'
import { first } from '../../src/lib/fields'
import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import { DeadlineLedger } from '../measures/deadline-ledger'
import { type Answers, EditorFormPage, type Shown, Whereabouts } from '../parties/editor-form-page'
import type { PlaceNamed } from '../status-reports/measure-kicker'
import { withTyped } from '../status-reports/typed'
import { DayField, RadioGroup } from '../ui/choices'
import { TextArea, TextField } from '../ui/controls'
import { DayText } from '../ui/day'
import type { Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'

interface Props extends Shown {
  place: PlaceNamed
  standing: Standing
  /** All decisions in the order in which they were taken, those withdrawn as well. */
  decisions: readonly Deadline[]
  inForce: { current: Deadline; original: Deadline } | null
  names: Names
}

function Now({ inForce, standing }: Pick<Props, 'inForce' | 'standing'>) {
  const t = useT()
  if (inForce === null) return <p>{t('forms.deadline.none')}</p>
  const { current, original } = inForce
  if (current.dueOn === null) return <p>{t('forms.deadline.lifted_now')}</p>
  const day = <DayText day={current.dueOn} precision={current.dueOnPrecision} />
  if (current === original || original.dueOn === null)
    return <p>{t.rich('forms.deadline.current', { day })}</p>
  return (
    <p>
      {t.rich('forms.deadline.current_original', {
        day,
        original: <DayText day={original.dueOn} precision={original.dueOnPrecision} />,
        times: standing.timesMoved,
      })}
    </p>
  )
}

function Lead({ place, inForce, standing, decisions, names, form }: Props) {
  const t = useT()
  return (
    <>
      <Whereabouts {...place} />
      <p>{t('forms.deadline.lead')}</p>
      {form.overtakenAt === null ? null : (
        <p class="banner" role="alert">
          {t('forms.deadline.overtaken')}
        </p>
      )}
      <Now inForce={inForce} standing={standing} />
      {decisions.length === 0 ? null : (
        <section>
          <h2>{t('forms.deadline.decisions')}</h2>
          <DeadlineLedger deadlines={decisions} standing={standing} names={names} />
        </section>
      )}
    </>
  )
}

function Decision({ fields, problems }: Answers) {
  const t = useT()
  const decisions = [
    { value: 'due', label: t('forms.deadline.due'), hint: t('forms.deadline.due_hint') },
    { value: 'lifted', label: t('forms.deadline.lifted'), hint: t('forms.deadline.lifted_hint') },
  ]
  return (
    <>
      <RadioGroup
        name="decision"
        label={t('forms.deadline.decision')}
        value={first(fields, 'decision') || 'due'}
        choices={withTyped(decisions, first(fields, 'decision'))}
        problems={problems}
      />
      <DayField
        name="due_on"
        label={t('forms.deadline.due_on')}
        value={first(fields, 'due_on')}
        precision={first(fields, 'due_on_precision')}
        problems={problems}
        optional
      />
    </>
  )
}

function Decided({ fields, problems }: Answers) {
  const t = useT()
  return (
    <>
      <DayField
        name="decided_on"
        label={t('forms.deadline.decided_on')}
        value={first(fields, 'decided_on')}
        precision={first(fields, 'decided_on_precision')}
        problems={problems}
      />
      <TextField
        name="decided_by"
        label={t('forms.deadline.decided_by')}
        value={first(fields, 'decided_by')}
        maxlength={300}
        problems={problems}
        optional
      />
      <TextArea
        name="reason"
        label={t('forms.deadline.reason')}
        hint={t('forms.deadline.reason_hint')}
        value={first(fields, 'reason')}
        rows={3}
        problems={problems}
        optional
      />
    </>
  )
}

/** The form of a decision that sets, moves or lifts a deadline, beside those taken so far. */
export function DeadlineFormPage(props: Props) {
  const { frame, form, fields, place } = props
  const t = wordsIn(frame.locale)
  const { agreement, measure } = place
  const answers = { fields, problems: form.problems }
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={t('forms.deadline.heading')}
      lead={<Lead {...props} />}
      action={paths.deadlineOn(agreement.slug, measure.code)}
      back={paths.measure(agreement.slug, measure.code)}
      submit={t('forms.deadline.save')}
    >
      <Decision {...answers} />
      <Decided {...answers} />
    </EditorFormPage>
  )
}
