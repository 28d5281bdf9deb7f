import { createContext, useContext } from 'hono/jsx'
import type { PropsWithChildren } from 'hono/jsx'
import type { Day } from '../../src/lib/dates'
import type { Frame } from '../layout/frame'

/** The day and instant that the reader asked to be shown. */
type Asked = Pick<Frame, 'asOf' | 'knownAt'>

/** What the page around was asked for; the layout provides it. */
export const AskedContext = createContext<Asked>({ asOf: null, knownAt: null })

/** The internal address with the asked day and instant in it, before its anchor. */
export function keepAsked({ asOf, knownAt }: Asked, href: string): string {
  if (asOf === null && knownAt === null) return href
  const [address = '', anchor] = href.split('#', 2)
  const [path = '', query = ''] = address.split('?', 2)
  const kept = new URLSearchParams(query)
  if (asOf !== null) kept.set('as_of', asOf)
  if (knownAt !== null) kept.set('known_at', knownAt)
  return `${path}?${kept.toString()}${anchor === undefined ? '' : `#${anchor}`}`
}

/** The day that a page speaks of. */
export const shownDay = (frame: Frame): Day => frame.asOf ?? frame.today

type GoProps = PropsWithChildren<{
  href: string
  class?: string
  current?: boolean
  label?: string
  rel?: string
  type?: string
}>

/** A link within the site; it keeps the day and instant asked for. */
export function Go({ href, class: className, current, label, rel, type, children }: GoProps) {
  return (
    <a
      href={keepAsked(useContext(AskedContext), href)}
      class={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      rel={rel}
      type={type}
    >
      {children}
    </a>
  )
}

const WEB = /^https?:\/\//i

/** A link out of the site; what is no web address stays plain text. */
export function OutLink({
  href,
  lang,
  children,
}: PropsWithChildren<{ href: string | null; lang?: string | null }>) {
  if (href === null || !WEB.test(href)) return <span lang={lang ?? undefined}>{children}</span>
  return (
    <a href={href} rel="external noopener nofollow" hreflang={lang ?? undefined} lang={lang ?? undefined}>
      {children}
    </a>
  )
}
