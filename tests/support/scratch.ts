import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ENOUGH = 2_000_000_000
const PREFIX = 'followthrough-'

/** A new folder to throw away, in memory where there is plenty: databases are made and dropped there by the hundred. */
export const scratchFolder = (): string => mkdtempSync(join(place(), PREFIX))

/** Takes away what runs that were killed left behind more than a day ago. */
export function sweepScratch(): void {
  const left = readdirSync(place()).filter((name) => name.startsWith(PREFIX))
  for (const folder of left.map((name) => join(place(), name))) {
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (changed < Date.now() - 86_400_000) rmSync(folder, { recursive: true, force: true })
  }
}

const place = (): string => (roomInMemory() ? MEMORY : tmpdir())

function roomInMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH
  } catch {
    return false
  }
}
