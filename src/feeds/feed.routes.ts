import { Hono } from 'hono'
import type { Env } from '../web/env'
import type { Site } from '../web/site'
export const feedRoutes = (_site: Site) => new Hono<Env>()
