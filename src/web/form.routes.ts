import { Hono } from 'hono'
import type { Env } from './env'
import type { Site } from './site'

/** Every form that changes the record. */
export const formRoutes = (_site: Site) => new Hono<Env>()
