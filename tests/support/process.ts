import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Runs a TypeScript file of the tests as a process of its own; gives what it printed, throws what it said on failing. */
export async function runFile(file: URL, args: readonly string[]): Promise<string> {
  const node = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => node.on('close', resolve))
  const [printed, said, code] = await Promise.all([text(node.stdout), text(node.stderr), ended])
  if (code !== 0) throw new Error(said)
  return printed
}
