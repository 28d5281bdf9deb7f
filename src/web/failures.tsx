import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { ErrorPage } from '../../views/errors/error-page'
import { Busy } from '../db/database'
import { isDiskFault } from '../db/dialect'
import { message, type MessageKey } from '../messages/messages'
import { BadParameter, BadQuestion, type Unreadable } from './asked'
import type { Env } from './env'
import type { FrameOf } from './frame'
import { withoutSecrets } from './request-log'

const QUESTIONS: Record<Unreadable['problem'], MessageKey> = {
  as_of: 'pages.bad_as_of',
  as_of_later: 'pages.bad_as_of_later',
  known_at: 'pages.bad_known_at',
}

const detailOf = ({ parameter, typed }: BadParameter): string =>
  message('en', 'errors.parameter', { parameter, typed })

/** What a failure is answered with: who asked badly is told what to do, anything else is ours and says nothing private. */
function answerTo(error: unknown): {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  detail?: string
} {
  if (error instanceof BadQuestion) return { status: 400, detail: message('en', QUESTIONS[error.problem]) }
  if (error instanceof BadParameter) return { status: 400, detail: detailOf(error) }
  if (error instanceof Busy || isDiskFault(error)) return { status: 503 }
  if (!(error instanceof HTTPException)) return { status: 500 }
  const known = ([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503] as const).find(
    (one) => one === error.status,
  )
  return { status: known ?? 500, ...(known && error.message ? { detail: error.message } : {}) }
}

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

/** The pages of everything that did not work. Under `/api` they are problem details. */
export function failures(frameOf: FrameOf, log: Logger) {
  const answer = async (c: Context<Env>, { status, detail }: ReturnType<typeof answerTo>, error?: Error) => {
    if (status === 503) c.header('Retry-After', '5')
    if (isApi(c)) return problem(c, status, detail)
    const requestId = c.var.requestId
    const page = (
      <ErrorPage
        frame={await frameOf(c)}
        status={status}
        requestId={requestId}
        {...(detail ? { detail } : {})}
        {...(error instanceof BadParameter ? { bad: error } : {})}
      />
    )
    return c.html(page, status)
  }
  return {
    notFound: (c: Context<Env>) => answer(c, { status: 404 }),
    onError: async (error: Error, c: Context<Env>) => {
      const answering = answerTo(error)
      const { status } = answering
      if (status >= 500)
        log.error(
          { err: error, requestId: c.var.requestId, path: withoutSecrets(c.req.path) },
          'request failed',
        )
      if (error instanceof HTTPException && error.res) return error.getResponse()
      try {
        return await answer(c, answering, error)
      } catch (again) {
        // The page itself needs the database; without one the sentence alone has to do.
        log.error({ err: again, requestId: c.var.requestId }, 'error page failed')
        return c.text(message('en', status === 503 ? 'errors.503.message' : 'errors.500.message'), status)
      }
    },
  }
}

function problem(c: Context, status: number, detail?: string): Response {
  const title = message('en', TITLES[status] ?? 'errors.500.title')
  const body = { type: 'about:blank', title, status, ...(detail ? { detail } : {}), errors: [] }
  return c.newResponse(JSON.stringify(body), {
    status: toStatus(status),
    headers: { 'content-type': 'application/problem+json' },
  })
}

const toStatus = (status: number) =>
  ([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503] as const).find((one) => one === status) ?? 500

const TITLES: Partial<Record<number, MessageKey>> = {
  400: 'errors.400.title',
  401: 'errors.401.title',
  403: 'errors.403.title',
  404: 'errors.404.title',
  405: 'errors.405.title',
  409: 'errors.409.title',
  410: 'errors.410.title',
  413: 'errors.413.title',
  415: 'errors.415.title',
  422: 'errors.422.title',
  429: 'errors.429.title',
  503: 'errors.503.title',
}
