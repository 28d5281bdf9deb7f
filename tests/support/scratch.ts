import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const PREFIX = 'followthrough-'
const ENOUGH = 2_000_000_000

/** A new folder for what one run or test throws away, in memory where there is plenty: databases are made and dropped there by the hundred. */
export const scratchFolder = (): string =>
  mkdtempSync(join(roomInMemory() ? MEMORY : tmpdir(), 'followthrough-'))

function roomInMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH
  } catch {
    return false
  }
}
