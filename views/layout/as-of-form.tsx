import { isDay, type Day } from '../../src/lib/dates'
import { useT } from '../ui/words'
import { CURSORS, pathOf, queryWithout } from './elsewhere'

export const ASKED = ['as_of', 'known_at']

interface Props {
  /** The address whose other parameters stay. */
  address: string
  today: Day
  /** What stands in the two fields, also where it is no day. */
  asOf: string
  knownAt: string
  /** Without the day on which something was true, for what depends on knowledge alone. */
  known?: boolean | undefined
  /** Which field is wrong. */
  wrong?: 'as_of' | 'known_at' | undefined
}

interface FieldProps {
  id: string
  name: string
  value: string
  label: string
  hint: string
  today: Day
  wrong: boolean
  required?: boolean
}

/** A browser empties a date field of what is no day; as plain text it stays. */
function DateField({ id, name, value, label, hint, today, wrong, required }: FieldProps) {
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        type={value === '' || isDay(value) ? 'date' : 'text'}
        id={id}
        name={name}
        value={value}
        max={today}
        required={required}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </div>
  )
}

/** The day and the knowledge that a page is to be shown by, as a form of its own address. */
export function AsOfForm({ address, today, asOf, knownAt, known, wrong }: Props) {
  const t = useT()
  const names = known ? ['known_at'] : ASKED
  return (
    <form method="get" action={pathOf(address)} class="as-of-form">
      {queryWithout(address, ...names, ...CURSORS).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {known ? null : (
        <DateField
          id="as-of"
          name="as_of"
          value={asOf}
          label={t('layout.as_of_field')}
          hint={t('layout.as_of_hint')}
          today={today}
          wrong={wrong === 'as_of'}
          required
        />
      )}
      <DateField
        id="known-at"
        name="known_at"
        value={knownAt}
        label={t('layout.known_at_field')}
        hint={t('layout.known_at_hint')}
        today={today}
        wrong={wrong === 'known_at'}
      />
      <button type="submit">{t('layout.as_of_submit')}</button>
    </form>
  )
}
