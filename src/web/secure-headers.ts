import { createMiddleware } from 'hono/factory'
import { secureHeaders as headers } from 'hono/secure-headers'
import { isSecure, type Site } from '../users/site'

// Nothing comes from another host and nothing is written into the page, so that a smuggled script or style does nothing.
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

const NOT_USED = { camera: [], microphone: [], geolocation: [], payment: [], usb: [], browsingTopics: [] }

/** What every answer says to the browser; a header that a route sets itself stays, such as that of a card made to be embedded. */
export const secureHeaders = (site: Pick<Site, 'publicUrl'>) => {
  const set = headers({
    contentSecurityPolicy: POLICY,
    permissionsPolicy: NOT_USED,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // Only of this host: what else runs on the operator's domain is not ours to decide.
    strictTransportSecurity: isSecure(site) ? 'max-age=31536000' : false,
    overwrite: false,
  })
  return createMiddleware(async (c, next) => {
    await set(c, next)
    // The older header knows no "anywhere": where the policy allows frames it must not be there at all.
    if (c.res.headers.get('content-security-policy')?.includes('frame-ancestors *'))
      c.res.headers.delete('x-frame-options')
  })
}
