import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface Ended {
  code: number | null
  printed: string
  said: string
}

/** The command line as a process, with these settings and no others. */
export function start(args: readonly string[], settings: Record<string, string>, shell = '') {
  const command = ['--import', 'tsx', PROGRAM, ...args]
  const env = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...settings }
  return shell === ''
    ? spawn(process.execPath, command, { env })
    : spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, ...command], { env })
}

/** Runs it to its end. */
export async function run(
  args: readonly string[],
  settings: Record<string, string> = {},
  { shell = '', input = '' } = {},
): Promise<Ended> {
  const child = start(args, settings, shell)
  child.stdin.end(input)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, printed, said }
}
