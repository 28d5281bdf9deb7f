import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Doer } from '../audit/audit'
import { paths } from '../paths'
import type { Entered } from '../users/begin-session'
import { clientAddress } from '../users/client-address'
import { DEVICE_SECONDS } from '../users/device.store'
import { SECOND_STEP_SECONDS } from '../users/second-step.store'
import { type From, SESSION_SECONDS } from '../users/session'
import { isSecure, type Site } from '../users/site'

// What a browser holds of an account: the session, the second step that comes before it, and the mark of a device that
// was in the account before.
const SESSION = 'session'
const SECOND_STEP = 'second-step'
const DEVICE = 'device'

type Reached = Pick<Site, 'publicUrl' | 'trustProxy'>

export const sessionOf = (c: Context): string => getCookie(c, SESSION) ?? ''
export const secondStepOf = (c: Context): string => getCookie(c, SECOND_STEP) ?? ''

/** Where a request comes from, as attempts are counted by and sessions are told apart. */
export const fromOf = (c: Context, site: Reached): From => ({
  address: clientAddress(c.env, c.req.header('x-forwarded-for'), site.trustProxy),
  agent: c.req.header('user-agent') ?? null,
  device: getCookie(c, DEVICE) ?? null,
})

/** Who asks, as the audit names them. */
export function doerOf(c: Context, site: Reached): Doer {
  const { address } = fromOf(c, site)
  const viewer = c.get('viewer') as { id: string } | null
  return viewer ? { as: 'user', id: viewer.id, address } : { as: 'stranger', address }
}

/** Gives the browser what its holder entered with. */
export function remember(c: Context, site: Reached, entered: Entered): void {
  const secure = isSecure(site)
  if ('secondStep' in entered) {
    const [path, maxAge] = [paths.signIn, SECOND_STEP_SECONDS]
    setCookie(c, SECOND_STEP, entered.secondStep, {
      httpOnly: true,
      sameSite: 'Strict',
      path,
      secure,
      maxAge,
    })
    return
  }
  const kept = { httpOnly: true, secure } as const
  setCookie(c, SESSION, entered.session, { ...kept, sameSite: 'Lax', path: '/', maxAge: SESSION_SECONDS })
  // Sent with what asks for a password or code, and with no page.
  setCookie(c, DEVICE, entered.device, {
    ...kept,
    sameSite: 'Strict',
    path: paths.signIn,
    maxAge: DEVICE_SECONDS,
  })
  if (secondStepOf(c) !== '') deleteCookie(c, SECOND_STEP, { path: paths.signIn, secure })
}

export const forgetSession = (c: Context, site: Reached): void => {
  deleteCookie(c, SESSION, { path: '/', secure: isSecure(site) })
}
