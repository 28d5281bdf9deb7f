import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Sink } from '../exchange/export-dataset'
import { Refused } from './command'

/** Lets work write to a file, which appears whole or not at all; without one, to standard output. What is secret only this user reads. */
export async function writeTo(
  file: string | undefined,
  work: (sink: Sink) => Promise<void>,
  { secret = false } = {},
): Promise<void> {
  if (file === undefined) return work(toStandardOutput)
  const fresh = join(dirname(file), `.${basename(file)}.${randomUUID()}`)
  try {
    const handle = await open(fresh, 'wx', secret ? 0o600 : 0o644)
    try {
      await work(async (text) => {
        await handle.writeFile(text)
      })
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true })
    throw asRefusal(file, error)
  }
}

const toStandardOutput: Sink = (text) =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })

const CANNOT = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS', 'ENAMETOOLONG', 'EEXIST']

function asRefusal(file: string, error: unknown): unknown {
  const known = error instanceof Error && 'code' in error && CANNOT.includes(String(error.code))
  return known ? new Refused([`${file} cannot be written (${error.message}): give another FILE`]) : error
}
