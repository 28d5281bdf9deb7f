import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { Env } from './env'

/** An address as it may be written down: that of an invitation is a key. What a query asks for is no part of it. */
export const withoutSecrets = (path: string): string => path.replace(/^(\/invitations\/).+/, '$1…')

/** One line for each answer, at the level `debug`; failures are logged where they are answered. */
export const requestLog = (log: Logger) =>
  createMiddleware<Env>(async (c, next) => {
    if (!log.isLevelEnabled('debug')) return next()
    const from = performance.now()
    await next()
    log.debug(
      {
        requestId: c.var.requestId,
        method: c.req.method,
        path: withoutSecrets(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - from),
      },
      'answered',
    )
  })
