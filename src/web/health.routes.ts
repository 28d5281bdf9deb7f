import { Hono } from 'hono'
import type { Config } from '../config'
import type { Deps } from '../deps'
import type { Env } from './env'

/** Whether the process answers and reaches its database; for whoever watches it. */
export const healthRoutes = (deps: Deps, { readAccess }: Pick<Config, 'readAccess'>) =>
  new Hono<Env>().get('/healthz', async (c) => {
    c.header('cache-control', 'no-store')
    try {
      const entry = await deps.db.head()
      return c.json(readAccess === 'public' ? { status: 'ok', entry } : { status: 'ok' })
    } catch {
      return c.json({ status: 'database unreachable' }, 503)
    }
  })
