import { pathOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { keepAsked } from './asked'
import { Hidden, type Choice } from './controls'
import { useT } from './words'

interface Filter {
  name: string
  label: string
  value: string
  choices: readonly Choice[]
}

/** A list's filters as a form of its own address; what was asked of the day stays. */
export function FilterBar({ frame, filters }: { frame: Frame; filters: readonly Filter[] }) {
  const t = useT()
  const narrowed = filters.some(({ value }) => value !== '')
  return (
    <form method="get" action={pathOf(frame.address)} class="filters" aria-label={t('ui.filter_heading')}>
      {frame.asOf === null ? null : <Hidden name="as_of" value={frame.asOf} />}
      {frame.knownAt === null ? null : <Hidden name="known_at" value={frame.knownAt} />}
      {filters.map(({ name, label, value, choices }) => (
        <div class="field">
          <label for={`filter-${name}`}>{label}</label>
          <select id={`filter-${name}`} name={name}>
            <option value="">{t('ui.any')}</option>
            {choices.map((choice) => (
              <option value={choice.value} selected={choice.value === value}>
                {choice.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit">{t('ui.filter')}</button>
      {narrowed ? <a href={keepAsked(frame, pathOf(frame.address))}>{t('ui.filter_clear')}</a> : null}
    </form>
  )
}
