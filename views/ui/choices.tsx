import { PRECISIONS } from '../../src/lib/dates'
import { TextField, type Choice } from './controls'
import { fieldId, LabelWords, problemOf, ProblemText, type Asking } from './field'
import { PRECISION_WORDS } from './record-kinds'
import { useT } from './words'

/** One of a few, each with its explanation beside it. */
export function RadioGroup(props: Asking & { value: string; choices: readonly Choice[] }) {
  const { name, id = name, label, hint, problems, optional, choices } = props
  const problem = problemOf(useT(), problems, id)
  const field = fieldId(id)
  return (
    <fieldset class={problem ? 'field wrong' : 'field'} aria-describedby={hint ? `${field}-hint` : undefined}>
      <legend>
        <LabelWords label={label} optional={optional} />
      </legend>
      {hint ? (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemText id={field} problem={problem} />
      {choices.map((choice, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? field : undefined}
            name={name}
            value={choice.value}
            checked={choice.value === props.value}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A day, and how exactly it is known; posts `name` and `name_precision`. */
export function DayField(props: Asking & { value: string; precision: string; max?: string }) {
  const t = useT()
  const { precision, ...asking } = props
  const id = fieldId(`${props.id ?? props.name}_precision`)
  return (
    <div class="day-field">
      <TextField {...asking} type="date" hint={props.hint ?? t('ui.day_hint')} />
      <div class="field">
        <label for={id}>{t('ui.precision_label')}</label>
        <select id={id} name={`${props.name}_precision`}>
          {PRECISIONS.map((value) => (
            <option value={value} selected={value === precision}>
              {t(PRECISION_WORDS[value])}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
