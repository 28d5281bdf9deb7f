import { version } from '../package.json'
import { type Command, DONE, Misused, Refused, REFUSED, WRONG_USAGE } from './commands/command'
import { exchangeCommands } from './commands/exchange-commands'
import { keepingCommands } from './commands/keeping-commands'
import { ledgerCommands } from './commands/ledger-commands'
import { runCommands } from './commands/run-commands'
import { tokenCommands } from './commands/token-commands'
import { userCommands } from './commands/user-commands'
import { whyNot } from './commands/why-not'

const commands: Command[] = [
  ...runCommands,
  ...userCommands,
  ...tokenCommands,
  ...exchangeCommands,
  ...keepingCommands,
  ...ledgerCommands,
]

async function main(args: string[]): Promise<number> {
  const found = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))
  const asks = (...options: string[]) => args.slice(0, before(args)).some((arg) => options.includes(arg))
  const asksHelp = asks('--help', '-h')
  if (found && asksHelp) return print(helpOn(found))
  if (asks('--version') && !asksHelp) return print([version])
  if (found) return run(found, args.slice(found.name.split(' ').length))
  const group = commands.filter(({ name }) => name.startsWith(`${args[0]} `))
  if (asksHelp) return print(help(group.length > 0 ? group : commands))
  if (args[0] === '-v') return print([version])
  return misused(args)
}

/** What stands after `--` is no option. */
const before = (args: string[]): number => (args.includes('--') ? args.indexOf('--') : args.length)

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof Misused) {
      console.error(`${error.message}: see followthrough ${command.name} --help`)
      return WRONG_USAGE
    }
    for (const sentence of error instanceof Refused ? error.sentences : [whyNot(error)])
      console.error(sentence)
    return REFUSED
  }
}

function misused([name = '', verb = '']: string[]): number {
  const group = commands.filter((command) => command.name.startsWith(`${name} `))
  const verbs = group.map((command) => command.name.slice(name.length + 1)).join(', ')
  const unknown = name.startsWith('-') ? `there is no option ${name}` : `there is no command ${name}`
  if (name === '') console.error('say what to do: see followthrough --help')
  else if (group.length > 0)
    console.error(
      `${name} ${verb === '' ? 'wants' : `knows no ${verb}, only`} ${verbs}: see followthrough ${name} --help`,
    )
  else console.error(`${unknown}: see followthrough --help`)
  return WRONG_USAGE
}

function print(lines: string[]): number {
  console.log(lines.join('\n'))
  return DONE
}

const help = (listed: Command[]): string[] => [
  'Usage: followthrough <command>',
  '',
  ...listed.map(({ name, does }) => `  ${name.padEnd(16)} ${does}`),
  '',
  '  followthrough <command> --help says more; --version says which this is.',
]

const helpOn = ({ name, usage, does, more }: Command): string[] => [
  `Usage: followthrough ${name} ${usage}`.trimEnd(),
  '',
  `${does.slice(0, 1).toUpperCase()}${does.slice(1)}.`,
  ...(more ? ['', ...more.map((line) => `  ${line}`)] : []),
]

// Whoever reads our output may stop reading; that is no fault of theirs.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE)
  throw error
})

process.exitCode = await main(process.argv.slice(2))
