import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { MEBIBYTE } from '../evidence/file'
import { message } from '../messages/messages'
import { API_FILES, paths } from '../paths'

/** The text of a form, and a call of the API. */
export const MOST_FORM_BYTES = MEBIBYTE
/** The files of one form together. */
export const MOST_FILES_BYTES = 50 * MEBIBYTE
/** So much of a form with files is read, whatever is kept of it: so that its text is not lost over a file too large. */
export const MOST_READ_BYTES = 100 * MEBIBYTE
/** The values of a form, or of a JSON text. */
export const MOST_VALUES = 5_000

/** A request that is too large, with the limit in words. */
export const tooLarge = (most: number): HTTPException =>
  new HTTPException(413, { message: message('en', 'errors.413.limit', { most: most / MEBIBYTE }) })

export const isMultipart = (type: string | undefined): boolean => /^multipart\/form-data\b/i.test(type ?? '')

const REPORT_FORM = new RegExp(`^${paths.reportOn('[^/]+', '[^/]+')}$`)

/** Where files are sent, the route limits what it reads, once it knows who sends them. */
const takesFiles = (path: string, type: string | undefined): boolean =>
  path === API_FILES || (REPORT_FORM.test(path) && isMultipart(type))

/** Refuses a body that is larger than its route takes, before anybody reads it. */
export function bodyLimits(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MOST_FORM_BYTES,
    onError: () => Promise.reject(tooLarge(MOST_FORM_BYTES)),
  })
  return (c, next) => {
    if (BODILESS.includes(c.req.method) || takesFiles(c.req.path, c.req.header('content-type'))) return next()
    // No more comes than was said, so it need not be opened to be measured.
    const length = saidLength(c.req.raw)
    if (length === undefined) return limit(c, next)
    return length > MOST_FORM_BYTES ? Promise.reject(tooLarge(MOST_FORM_BYTES)) : next()
  }
}

const BODILESS = ['GET', 'HEAD']

/** The bytes of a body as its sender announced them; undefined where it comes in pieces until it ends. */
export function saidLength({ headers }: Request): number | undefined {
  const length = headers.get('content-length')
  return length === null || headers.has('transfer-encoding') ? undefined : Number(length)
}
