import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isSecure, type Site } from '../users/site'

const SHOWN_ONCE = 'shown-once'

type Reached = Pick<Site, 'publicUrl'>

/** Carries a new secret over the redirect to the page that shows it: one minute, that page alone. */
export function showOnce(c: Context, site: Reached, path: string, secret: string): void {
  const secure = isSecure(site)
  setCookie(c, SHOWN_ONCE, secret, { httpOnly: true, sameSite: 'Strict', path, secure, maxAge: 60 })
}

/** What `showOnce` left for this page; a second look finds nothing. */
export function takeShownOnce(c: Context, site: Reached, path: string): string | null {
  const secret = getCookie(c, SHOWN_ONCE)
  if (secret === undefined) return null
  deleteCookie(c, SHOWN_ONCE, { path, secure: isSecure(site) })
  return secret
}
