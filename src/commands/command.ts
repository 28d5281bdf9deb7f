import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

/** One command: `name` as it is typed, `usage` what follows it. */
export interface Command {
  name: string
  usage: string
  /** What it does, in a few words. */
  does: string
  /** More of it, for its own --help. */
  more?: readonly string[]
  /** Gives the exit code. */
  run: (args: readonly string[]) => Promise<number>
}

/** The command was typed wrongly; the message says how. */
export class Misused extends Error {}

/** Why a command did nothing: a sentence for each reason. */
export class Refused extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences[0] ?? 'refused')
    this.sentences = sentences
  }
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>['values']

interface Spec<O extends ParseArgsOptionsConfig> {
  name: string
  usage: string
  does: string
  more?: readonly string[]
  options: O
  /** How few and how many words may follow. */
  words: [least: number, most: number]
  run: (values: Values<O>, words: string[]) => Promise<number | void>
}

/** A command from what it takes and what it does; refuses what it does not take. */
export function command<O extends ParseArgsOptionsConfig>(spec: Spec<O>): Command {
  const { options, words, run, ...named } = spec
  return {
    ...named,
    run: async (args) => {
      const read = readArgs([...args], options)
      const [least, most] = words
      if (read.positionals.length < least) throw new Misused(`${spec.usage} is wanted`)
      if (read.positionals.length > most)
        throw new Misused(`“${read.positionals[most]}” is one word too many`)
      return (await run(read.values, read.positionals)) ?? DONE
    },
  }
}

function readArgs<O extends ParseArgsOptionsConfig>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new Misused(sentence.replace(/\.$/, ''))
  }
}

/** The value, or the reasons why there is none. */
export function orRefused<T extends object>(answer: T | { faults: string[] }): T {
  if ('faults' in answer) throw new Refused(answer.faults)
  return answer
}

export function wanted(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new Misused(`${option} is wanted`)
  return value
}
