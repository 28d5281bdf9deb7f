import { parseArgs } from 'node:util'
import { version } from '../package.json'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

export interface Command {
  /** What follows the command's name. */
  usage: string
  /** What it does, in a few words. */
  does: string
  /** Gives the exit code; says on standard error what to do, a line for each fault. */
  run: (args: string[]) => Promise<number>
}

const commands: Record<string, Command> = {}

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...args]: string[]): Promise<number> {
  if (Object.hasOwn(commands, name)) return (await commands[name]?.run(args)) ?? DONE
  if (!name.startsWith('-')) return wrongUsage(name ? `there is no command ${name}` : 'say what to do')
  return options([name, ...args])
}

function options(args: string[]): number {
  try {
    const known = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const
    const { values } = parseArgs({ args, options: known })
    console.log(values.version ? version : help())
    return DONE
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error))
  }
}

function wrongUsage(what: string): number {
  console.error(`${what}: see followthrough --help`)
  return WRONG_USAGE
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, does }]) => `  ${`${name} ${usage}`.padEnd(44)} ${does}`,
  )
  return ['Usage: followthrough <command>', '', ...lines, '', '  --help, --version'].join('\n')
}
