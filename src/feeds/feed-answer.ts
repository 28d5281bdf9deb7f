import { validated } from '../api/conditional'
import type { Instant } from '../lib/dates'

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified',
}

/** A feed or a calendar with its validators, for any page to read. */
export function feedAnswer(
  request: Request,
  body: string,
  { type, updated }: { type: string; updated: Instant },
) {
  const modified = new Date(updated).toUTCString()
  const headers = new Headers({ 'content-type': type, 'last-modified': modified, ...CORS })
  return validated(request, Buffer.from(body), headers)
}
