import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { FOUR_EYES, type FourEyes } from './drafts/four-eyes'

type Env = Record<string, string | undefined>

/** Every setting of an instance, checked. */
export interface Config {
  port: number
  host: string
  dataDir: string
  /** `postgres://…`, or the path of the SQLite file. */
  databaseUrl: string
  /** Where visitors find it, without a slash at the end. */
  publicUrl: string
  readAccess: 'public' | 'members'
  trustProxy: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  smtpUrl: string | null
  /** Whom mail is from. */
  mailFrom: string
  /** Whether administrators must have a second factor before they see a page of theirs. */
  adminSecondFactor: 'off' | 'required'
  /** Holds the signing key; not in a backup. */
  secretFile: string
  seedOnEmpty: boolean
  /** Which reports wait for a second person before they enter the record. */
  fourEyes: FourEyes
  operator: string | null
  contact: string | null
  dataLicence: string | null
}

const ON = ['on', 'true', 'yes', '1']
const OFF = ['off', 'false', 'no', '0']
const switched = (fallback: 'on' | 'off') =>
  z
    .string()
    .toLowerCase()
    .default(fallback)
    .pipe(z.enum([...ON, ...OFF]))
    .transform((word) => ON.includes(word))
const words = z.string().trim().max(300).nullable().default(null)
const MAIL_ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/
const urlOf = (scheme: RegExp) => z.url({ protocol: scheme })

const SETTINGS = z.object({
  PORT: z.string().regex(/^\d{1,5}$/).default('3000').transform(Number).pipe(z.number().max(65_535)),
  HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.union([z.string().regex(/^postgres(ql)?:\/\/./), z.string().regex(/^(?![a-z][a-z0-9+.-]+:)/i)]).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).refine(isOrigin).transform((url) => new URL(url).origin).optional(),
  READ_ACCESS: z.enum(['public', 'members']).default('public'),
  TRUST_PROXY: switched('off'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SMTP_URL: urlOf(/^smtps?$/).nullable().default(null),
  MAIL_FROM: z.string().trim().max(254).regex(MAIL_ADDRESS).optional(),
  ADMIN_SECOND_FACTOR: z.enum(['off', 'required']).default('off'),
  SECRET_FILE: z.string().optional(),
  SEED_ON_EMPTY: switched('on'),
  FOUR_EYES: z.enum(FOUR_EYES).default('off'),
  OPERATOR: words,
  CONTACT: words,
  DATA_LICENCE: words,
}) // prettier-ignore
type Setting = keyof z.input<typeof SETTINGS>

const WANTED: Record<Setting, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address or name to listen on, such as 127.0.0.1',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'postgres://user:password@host/name or the path of a SQLite file',
  PUBLIC_URL: 'an address without a path, such as https://example.org',
  READ_ACCESS: 'public or members',
  TRUST_PROXY: 'on or off',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  SMTP_URL: 'smtp://user:password@host:port or smtps://…',
  MAIL_FROM: 'an e-mail address, such as register@example.org',
  ADMIN_SECOND_FACTOR: 'off or required',
  SECRET_FILE: 'the path of a file',
  SEED_ON_EMPTY: 'on or off',
  FOUR_EYES: 'off, findings or reports',
  OPERATOR: 'at most 300 characters',
  CONTACT: 'at most 300 characters',
  DATA_LICENCE: 'at most 300 characters',
}
// May hold a password.
const PRIVATE: Setting[] = ['DATABASE_URL', 'SMTP_URL']

/** The settings, or a line for each that is wrong. Without an argument, of this process and the `.env` of its folder. */
export function readConfig(env?: Env): { config: Config } | { faults: string[] } {
  const from = env ?? environment()
  if (typeof from === 'string') return { faults: [from] }
  const given = setOnly(from)
  const read = SETTINGS.safeParse(given)
  return read.success ? { config: configOf(read.data) } : { faults: faultsOf(read.error, given) }
}

// Or what is wrong with `.env`.
function environment(): Env | string {
  try {
    return { ...parseEnv(existsSync('.env') ? readFileSync('.env', 'utf8') : ''), ...process.env }
  } catch (error) {
    return `.env cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

const setOnly = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (!url) return false
  return (
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  )
}

function configOf(settings: z.output<typeof SETTINGS>): Config {
  const { PORT: port, DATA_DIR: dataDir, CONTACT: contact } = settings
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${port}`
  return {
    port,
    host: settings.HOST,
    dataDir,
    databaseUrl: settings.DATABASE_URL ?? join(dataDir, 'followthrough.db'),
    publicUrl,
    readAccess: settings.READ_ACCESS,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? senderFrom(contact, publicUrl),
    adminSecondFactor: settings.ADMIN_SECOND_FACTOR,
    secretFile: settings.SECRET_FILE ?? join(dataDir, 'secret'),
    seedOnEmpty: settings.SEED_ON_EMPTY,
    fourEyes: settings.FOUR_EYES,
    operator: settings.OPERATOR,
    contact,
    dataLicence: settings.DATA_LICENCE,
  }
}

const senderFrom = (contact: string | null, publicUrl: string): string =>
  contact !== null && MAIL_ADDRESS.test(contact) ? contact : `followthrough@${new URL(publicUrl).hostname}`

function faultsOf(error: z.ZodError, given: Env): string[] {
  const wrong = new Set(error.issues.map((issue) => String(issue.path[0])))
  return Object.entries(WANTED)
    .filter(([name]) => wrong.has(name))
    .map(([name, wanted]) => `${name} is ${shown(name, given[name])}, but must be ${wanted}`)
}

const shown = (name: string, value = ''): string =>
  PRIVATE.some((one) => one === name) ? 'not usable (its value is not shown here)' : JSON.stringify(value)
