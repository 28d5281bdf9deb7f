import type { Context } from 'hono'
import type { Config } from '../config'
import type { Register } from '../dashboards/register'
import type { Deps } from '../deps'
import type { Asked } from '../standing/facts'
import { askedOf } from './asked'
import type { Env } from './env'
import type { FrameOf } from './frame'

/** What every reading page is made from. */
export interface Site {
  deps: Deps
  config: Config
  register: Register
  frameOf: FrameOf
}

/**
 * What an address asks for, as the stores take it: an instant at or after the ledger's last entry is today's knowledge,
 * whose standings are stored.
 */
export async function questionOf(site: Site, c: Context<Env>): Promise<Asked> {
  const { asked } = askedOf(c, site.deps.clock())
  const { knownAt } = asked
  if (knownAt === null) return asked
  const frame = await site.frameOf(c)
  return knownAt >= (frame.head?.enteredAt ?? '') ? { ...asked, knownAt: null } : asked
}
