import type { Problem } from '../../src/messages/problem'
import { fieldId } from './field'
import { useT } from './words'

interface Props {
  problems: readonly Problem[]
  /** Off where passwords were typed: they are never sent back. */
  kept?: boolean
}

/** All problems of a refused form at its top, each a link to its field. */
export function ErrorSummary({ problems, kept = true }: Props) {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <section class="error-summary" role="alert" aria-labelledby="problems" tabindex={-1}>
      <h2 id="problems">{t('ui.problems_heading', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, message, values }) => (
          <li>
            <a href={`#${fieldId(field)}`}>{t(message, values)}</a>
          </li>
        ))}
      </ul>
      {kept ? <p>{t('ui.problems_kept')}</p> : null}
    </section>
  )
}
