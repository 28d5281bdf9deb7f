import { Busy, Unusable } from '../db/database'
import { isDiskFault } from '../db/dialect'

/** What somebody at a terminal can do about what was thrown, in one line. */
export function whyNot(error: unknown): string {
  if (error instanceof Unusable) return oneLine(error.message)
  if (error instanceof Busy) return 'the database is held by another process: try again in a moment'
  const said = oneLine(error instanceof Error ? error.message : String(error))
  if (isDiskFault(error)) return `the disk refused (${said}): make room, or give this user the right to write`
  return `this should not have happened (${said}): please report it with what you typed`
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
