import type { Child, PropsWithChildren } from 'hono/jsx'
import { first, type Fields } from '../../src/lib/fields'
import type { Problem } from '../../src/messages/problem'
import type { Form } from '../../src/parties/form'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import type { PlaceNamed } from '../status-reports/measure-kicker'
import { Go } from '../ui/asked'
import { Hidden, TextArea, TextField, type Choice } from '../ui/controls'
import { Comparison } from '../ui/comparison'
import { differing, type Facet } from '../ui/facets'
import { ErrorSummary } from '../ui/error-summary'
import { fieldId, problemOf, ProblemText, type Asking } from '../ui/field'
import { useT, wordsIn } from '../ui/words'

/** A form of the editor's as it is shown. */
export interface Shown {
  frame: Frame
  form: Form
  /** What stands in its fields. */
  fields: Fields
}

interface Props extends Shown {
  heading: string
  /** Where it is sent, and where its reader came from. */
  action: string
  back: string
  submit: string
  lead?: Child
  /** Both wordings, where somebody else was faster. */
  conflict?: Child
  /** What stands beside the form on a wide screen, else after it. */
  beside?: Child
}

/** What the form is called in its page, for a control that stands outside it. */
export const EDITOR_FORM = 'editor-form'

/** The page around every form of an editor: what is wrong first, then the form with its hidden fields. */
export function EditorFormPage(props: PropsWithChildren<Props>) {
  const { frame, form, heading, action, back, submit, lead, conflict, beside, children } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={heading} dated={false}>
      <div class={beside ? 'form-page with-beside' : 'form-page'}>
        <h1 dir="auto">{heading}</h1>
        {lead}
        {conflict}
        <ErrorSummary problems={form.problems} />
        <form method="post" action={action} class="form" id={EDITOR_FORM}>
          <Hidden name="idempotency_key" value={form.idempotencyKey} />
          {form.seen === null ? null : <Hidden name="seen" value={String(form.seen)} />}
          {children}
          <div class="buttons">
            <button type="submit">{submit}</button> <Go href={back}>{t('forms.back')}</Go>
          </div>
        </form>
        {beside ? <aside class="beside-form">{beside}</aside> : null}
      </div>
    </Page>
  )
}

/** Which measure of which agreement a form is about. */
export function Whereabouts({ agreement: { slug, title }, measure }: PlaceNamed) {
  const t = useT()
  return (
    <>
      <p class="hint">
        {t.rich('measures.of', {
          code: measure.code,
          agreement: title,
          a: (words) => <Go href={paths.agreement(slug)}>{words}</Go>,
        })}
      </p>
      <p>
        <Go href={paths.measure(slug, measure.code)}>{measure.title}</Go>
      </p>
    </>
  )
}

interface ConflictProps {
  now: readonly Facet[]
  yours: readonly Facet[]
}

/** Says that somebody else was faster, and shows where the two wordings differ. */
export function Conflict({ now, yours }: ConflictProps) {
  const t = useT()
  return (
    <>
      <div class="banner" role="alert">
        <p>
          <b>{t('forms.overtaken_heading')}</b>
        </p>
        <p>{t('forms.overtaken')}</p>
      </div>
      <section>
        <h2>{t('forms.overtaken_both')}</h2>
        <Comparison
          caption={t('forms.overtaken_both')}
          differences={differing(now, yours)}
          before={t('forms.overtaken_now')}
          after={t('forms.overtaken_yours')}
        />
      </section>
      <h2>{t('forms.overtaken_form')}</h2>
    </>
  )
}

/** The fields and problems of a form, as its controls take them. */
export interface Answers {
  fields: Fields
  problems: readonly Problem[]
}

export function ReasonField({ fields, problems }: Answers) {
  const t = useT()
  return (
    <TextArea
      name="reason"
      label={t('forms.reason')}
      hint={t('forms.reason_hint')}
      value={first(fields, 'reason')}
      rows={2}
      problems={problems}
    />
  )
}

export function SlugField({ fields, problems, example }: Answers & { example: string }) {
  const t = useT()
  return (
    <TextField
      name="slug"
      label={t('forms.slug')}
      hint={t('forms.slug_hint', { example })}
      value={first(fields, 'slug')}
      maxlength={80}
      problems={problems}
    />
  )
}

export function LanguageField({ fields, problems }: Answers) {
  const t = useT()
  return (
    <TextField
      name="language"
      label={t('forms.language')}
      hint={t('forms.language_hint')}
      value={first(fields, 'language')}
      maxlength={35}
      problems={problems}
      optional
    />
  )
}

type GroupProps = Omit<Asking, 'optional'> & { values: readonly string[]; choices: readonly Choice[] }

/** Any number of a few; the first box is where the summary's link leads. */
export function CheckboxGroup({ name, label, hint, problems, values, choices }: GroupProps) {
  const problem = problemOf(useT(), problems, name)
  const field = fieldId(name)
  const described = [hint ? `${field}-hint` : '', problem ? `${field}-problem` : ''].filter(Boolean)
  const typed = values.filter((value) => !choices.some((choice) => choice.value === value))
  const all = [...choices, ...typed.map((value) => ({ value, label: value }))]
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
    >
      <legend>{label}</legend>
      {hint ? (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemText id={field} problem={problem} />
      {all.map((choice, index) => (
        <label class="choice">
          <input
            type="checkbox"
            id={index === 0 ? field : undefined}
            name={name}
            value={choice.value}
            checked={values.includes(choice.value)}
          />
          <span dir="auto">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
