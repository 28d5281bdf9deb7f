import { isDay } from '../../src/lib/dates'
import { Field, useControl, type Asking } from './field'
import { useT } from './words'

interface TextAsking extends Asking {
  value: string
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'search' | 'date'
  autocomplete?: string
  maxlength?: number
  step?: string
  min?: string
}

/** A browser empties a field of a kind that its text is not of; as plain text what was typed stays. */
function kindOf({ type = 'text', value }: TextAsking): NonNullable<TextAsking['type']> {
  if (value === '') return type
  if (type === 'date') return isDay(value) ? 'date' : 'text'
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? 'number' : 'text'
  return type
}

export function TextField(props: TextAsking) {
  const control = useControl(props)
  const { value, autocomplete, maxlength, step, min } = props
  const type = kindOf(props)
  return (
    <Field {...props}>
      <input
        {...control}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxlength={maxlength}
        step={step}
        min={min}
        dir={type === 'text' || type === 'search' ? 'auto' : undefined}
        class={props.type === 'date' || props.type === 'number' ? 'short' : undefined}
      />
    </Field>
  )
}

export function TextArea(props: Asking & { value: string; rows?: number; maxlength?: number }) {
  const control = useControl(props)
  return (
    <Field {...props}>
      <textarea {...control} rows={props.rows ?? 4} maxlength={props.maxlength} dir="auto">
        {/* A browser drops the first line break; without one of ours it would drop what was typed. */}
        {`\n${props.value}`}
      </textarea>
    </Field>
  )
}

export interface Choice {
  value: string
  label: string
  /** Shown beside a radio button, such as the test of a stage. */
  hint?: string
}

/** A list to choose from; the first choice is none of them. */
export function Select(props: Asking & { value: string; choices: readonly Choice[]; none?: string }) {
  const t = useT()
  const control = useControl(props)
  return (
    <Field {...props}>
      <select {...control}>
        <option value="">{props.none ?? t('ui.choose')}</option>
        {props.choices.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
