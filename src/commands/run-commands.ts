import { openDatabase } from '../db/dialect'
import { seed as loadSeeds } from '../exchange/seed'
import { seedSynthetic } from '../exchange/synthetic/seed-synthetic'
import { bringUpToDate } from '../standing/refill.store'
import { type Command, command, Misused } from './command'
import { told } from './exchange-commands'
import { progressBar } from './progress-bar'
import { settings, withDeps } from './with-deps'

const serve = command({
  name: 'serve',
  usage: '',
  does: 'brings the database up to date and serves the site',
  options: {},
  words: [0, 0],
  run: async () => {
    const config = settings()
    const { serve } = await import('../main')
    await serve(config)
  },
})

const migrate = command({
  name: 'migrate',
  usage: '',
  does: 'brings the database up to date',
  options: {},
  words: [0, 0],
  run: async () => {
    const db = openDatabase(settings().databaseUrl, { mayWait: true })
    try {
      const steps = await bringUpToDate(db)
      for (const step of steps) console.log(`did ${step}`)
      if (steps.length === 0) console.log('The database is up to date.')
    } finally {
      await db.close()
    }
  },
})

const seed = command({
  name: 'seed',
  usage: '[--synthetic --agreements A --measures M --reports R [--random-seed N]]',
  does: 'loads the record that comes with the program, or makes one up',
  more: [
    'Without options a second run changes nothing.',
    '--synthetic      makes A agreements of M measures with R reports each, to try things out',
    '--random-seed N  the same N makes the same record (0 when absent)',
  ],
  options: {
    synthetic: { type: 'boolean', default: false },
    agreements: { type: 'string' },
    measures: { type: 'string' },
    reports: { type: 'string' },
    'random-seed': { type: 'string' },
  },
  words: [0, 0],
  run: async (values) => {
    const { agreements, measures, reports, 'random-seed': randomSeed } = values
    if (!values.synthetic) {
      if ([agreements, measures, reports, randomSeed].some((value) => value !== undefined))
        throw new Misused('--agreements, --measures, --reports and --random-seed go with --synthetic')
      return withDeps(async (deps) => told(await loadSeeds(deps)))
    }
    const size = {
      agreements: whole(agreements, '--agreements', 1, 9_999),
      measures: whole(measures, '--measures', 0, 9_999),
      reports: whole(reports, '--reports', 0, 100_000),
      randomSeed: whole(randomSeed ?? '0', '--random-seed', 0, 2 ** 32 - 1),
    }
    const bar = progressBar(size.agreements, 'agreements')
    return withDeps(async (deps) => told(await seedSynthetic(deps, size, bar)))
  },
})

function whole(text: string | undefined, option: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN
  if (!(number >= least && number <= most))
    throw new Misused(`${option} wants a whole number from ${least} to ${most}`)
  return number
}

export const runCommands: Command[] = [serve, migrate, seed]
