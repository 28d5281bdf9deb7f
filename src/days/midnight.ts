import type { Logger } from 'pino'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { addDays, dayOf, type Instant } from '../lib/dates'
import { passDays } from './pass-days'

/** A clock that jumps, or a machine that slept, is noticed so soon. */
const LOOK_MS = 60_000
/** So that another server's clock may be a little behind ours. */
const AFTER_MIDNIGHT_MS = 2_000

/** How long to wait before the day is looked at again. */
export function waitFrom(now: Instant): number {
  const midnight = Date.parse(`${addDays(dayOf(now), 1)}T00:00:00.000Z`)
  return Math.min(LOOK_MS, midnight + AFTER_MIDNIGHT_MS - Date.parse(now))
}

/** Tells the ledger what each day brings: at once, and just after every midnight (UTC) until it is stopped. */
export function watchDays(deps: Deps, actor: Actor, log: Logger) {
  const stopping = new AbortController()
  let done = ''
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const look = async () => {
    const today = dayOf(deps.clock())
    if (today > done)
      try {
        const told = await passDays(deps, actor, stopping.signal)
        if (told > 0) log.info({ day: today, entries: told }, 'the ledger tells what the days brought')
        done = today
      } catch (error) {
        // Tried again when the day is looked at next; what was told stays told.
        log.error({ err: error }, 'the ledger could not be told what the day brought')
      }
    if (!stopping.signal.aborted) wait(waitFrom(deps.clock()))
  }
  const wait = (ms: number) => {
    timer = setTimeout(() => {
      running = look()
    }, ms)
    timer.unref()
  }
  wait(0)
  return {
    /** Waits for what is being written. */
    stop: async (): Promise<void> => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
