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

interface Props {
  frame: Frame
  filters: readonly Filter[]
  /** A field for words. */
  search?: Omit<Filter, 'choices'>
  /** The anchor of the list, where it is not all of the page. */
  at?: string
}

function Search({ name, label, value }: Omit<Filter, 'choices'>) {
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <input type="search" id={`filter-${name}`} name={name} value={value} maxlength={200} dir="auto" />
    </div>
  )
}

/** A list's filters as a form of its own address; what was asked of the day stays. */
export function FilterBar({ frame, filters, search, at }: Props) {
  const t = useT()
  const narrowed = [...filters, ...(search ? [search] : [])].some(({ value }) => value !== '')
  const address = `${pathOf(frame.address)}${at === undefined ? '' : `#${at}`}`
  return (
    <form method="get" action={address} class="filters" aria-label={t('ui.filter_heading')}>
      {frame.asOf === null ? null : <Hidden name="as_of" value={frame.asOf} />}
      {frame.knownAt === null ? null : <Hidden name="known_at" value={frame.knownAt} />}
      {search ? <Search {...search} /> : null}
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
      {narrowed ? <a href={keepAsked(frame, address)}>{t('ui.filter_clear')}</a> : null}
    </form>
  )
}
