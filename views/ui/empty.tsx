import type { PropsWithChildren } from 'hono/jsx'

/** What is said where a list is empty: what that means, and perhaps what to do. */
export const Empty = ({ heading, children }: PropsWithChildren<{ heading?: string }>) => (
  <div class="empty">
    {heading ? <p class="empty-heading">{heading}</p> : null}
    <p>{children}</p>
  </div>
)
