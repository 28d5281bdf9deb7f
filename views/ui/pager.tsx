import { Go } from './asked'
import { useT } from './words'

/** Links to the pages on either side of a long list; the addresses are the list's own with another cursor. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  const t = useT()
  if (newer === null && older === null) return null
  return (
    <nav class="pager" aria-label={t('ui.pager')}>
      {newer === null ? null : (
        <Go href={newer} rel="prev">
          {t('ui.newer')}
        </Go>
      )}
      {older === null ? null : (
        <Go href={older} rel="next">
          {t('ui.older')}
        </Go>
      )}
    </nav>
  )
}
