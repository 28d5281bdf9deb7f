import crypto from 'node:crypto'
import { configDefaults, defineConfig } from 'vitest/config'

if (typeof crypto.randomUUIDv7 !== 'function')
  throw new Error(
    `Node 24.21 or later is needed, this is ${process.version}: start the tests with npm or npx`,
  )

// What needs no database, and so runs once and not on each of the two.
const RULES = [
  'tests/standing/**/*.test.{ts,tsx}',
  'tests/drafts/four-eyes.test.ts',
  'tests/measures/{implementability,bodies}.test.ts',
  'tests/observations/{stated-percent,figures,sessions,frequencies}.test.ts',
  'tests/ledger/{merkle,signed-note,redaction}.test.ts',
  'tests/lib/**/*.test.{ts,tsx}',
  'tests/messages/**/*.test.{ts,tsx}',
  'tests/seeds/**/*.test.{ts,tsx}',
  'tests/views/**/*.test.{ts,tsx}',
  'tests/attention/questions.test.ts',
  'tests/cite/formats.test.ts',
  'tests/embed/badge.test.tsx',
  'tests/dashboards/{moves,one-page,touched}.test.ts',
  'tests/days/day-events.test.ts',
  'tests/architecture.test.ts',
  'tests/config.test.ts',
  'tests/evidence/file.test.ts',
  'tests/launch.test.ts',
  'tests/users/sealing.test.ts',
  'tests/web/slow-clients.test.ts',
]
const BROWSER = ['tests/browser/**/*.test.{ts,tsx}']

const onDatabase = (dialect: 'sqlite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: dialect,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...RULES, ...BROWSER],
    env: { DIALECT: dialect },
    globalSetup: [`tests/support/${dialect}.setup.ts`],
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    // Only ends what hangs: a test may take many times as long on a busy machine.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    setupFiles: ['tests/support/each-file.ts'],
    reporters: ['default', 'tests/support/last-line.ts'],
    projects: [
      { extends: true, test: { name: 'rules', include: RULES } },
      onDatabase('sqlite'),
      onDatabase('postgres'),
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          env: { DIALECT: 'sqlite' },
          globalSetup: ['tests/support/sqlite.setup.ts', 'tests/support/chromium.setup.ts'],
          // A walk through every page with axe takes minutes on a busy machine; this only ends what hangs.
          testTimeout: 300_000,
        },
      },
    ],
  },
})
