import type { Child } from 'hono/jsx'
import { Go } from './asked'
import { useT } from './words'

/** Names and what is known of them, one under the other; unknown is said, not left out. */
export function Facts({ facts }: { facts: readonly { name: string; value: Child }[] }) {
  const t = useT()
  return (
    <dl class="fact-list">
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <i class="unknown">{t('ui.unknown')}</i>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the viewer may do on a page, as links; nothing where that is nothing. */
export function Actions({ actions }: { actions: readonly ({ href: string; label: string } | null)[] }) {
  const t = useT()
  const given = actions.filter((action) => action !== null)
  if (given.length === 0) return null
  return (
    <nav class="actions" aria-label={t('ui.actions')}>
      {given.map(({ href, label }) => (
        <Go href={href}>{label}</Go>
      ))}
    </nav>
  )
}
