import { CURSORS, pathOf, queryWithout } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
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

/** What else the address asks for: the day, the instant, and by which reading or method the page is shown. */
function keptOf(frame: Frame, names: readonly string[]): [string, string][] {
  const { asOf, knownAt, address } = frame
  return [
    ...(asOf === null ? [] : [['as_of', asOf] as [string, string]]),
    ...(knownAt === null ? [] : [['known_at', knownAt] as [string, string]]),
    ...queryWithout(address, 'as_of', 'known_at', ...CURSORS, ...names),
  ]
}

/** A list's filters as a form of its own address; what else the address asks for stays. */
export function FilterBar({ frame, filters, search, at }: Props) {
  const t = useT()
  const own = [...filters, ...(search ? [search] : [])]
  const narrowed = own.some(({ value }) => value !== '')
  const kept = keptOf(
    frame,
    own.map(({ name }) => name),
  )
  const [path, anchor] = [pathOf(frame.address), at === undefined ? '' : `#${at}`]
  const cleared = kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`
  return (
    <form method="get" action={`${path}${anchor}`} class="filters" aria-label={t('ui.filter_heading')}>
      {kept.map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
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
      {narrowed ? <a href={`${cleared}${anchor}`}>{t('ui.filter_clear')}</a> : null}
    </form>
  )
}
