import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../src/config'

function configOf(env: Record<string, string>) {
  const read = readConfig(env)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.config
}
const faultsOf = (env: Record<string, string>) => {
  const read = readConfig(env)
  return 'faults' in read ? read.faults : []
}

test('without settings it serves the record from ./data on this machine only', () => {
  expect(configOf({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: 'data/followthrough.db',
    publicUrl: 'http://localhost:3000',
    readAccess: 'public',
    trustProxy: false,
    logLevel: 'info',
    smtpUrl: null,
    mailFrom: 'followthrough@localhost',
    adminSecondFactor: 'off',
    secretFile: 'data/secret',
    seedOnEmpty: true,
    fourEyes: 'off',
    operator: null,
    contact: null,
    dataLicence: null,
  })
})

test('every setting is taken as given', () => {
  const given = {
    PORT: '8080',
    HOST: '::',
    DATA_DIR: '/srv/record',
    DATABASE_URL: 'postgres://user:secret@db.example/record?sslmode=require',
    PUBLIC_URL: 'https://record.example.org/',
    READ_ACCESS: 'members',
    TRUST_PROXY: 'on',
    LOG_LEVEL: 'debug',
    SMTP_URL: 'smtps://user:secret@mail.example:465',
    MAIL_FROM: 'register@example.org',
    ADMIN_SECOND_FACTOR: 'required',
    SECRET_FILE: '/run/secrets/key',
    SEED_ON_EMPTY: 'off',
    FOUR_EYES: 'findings',
    OPERATOR: 'The secretariat',
    CONTACT: 'record@example.org',
    DATA_LICENCE: 'CC BY 4.0',
  }
  expect(configOf(given)).toEqual({
    port: 8080,
    host: '::',
    dataDir: '/srv/record',
    databaseUrl: given.DATABASE_URL,
    publicUrl: 'https://record.example.org',
    readAccess: 'members',
    trustProxy: true,
    logLevel: 'debug',
    smtpUrl: given.SMTP_URL,
    mailFrom: 'register@example.org',
    adminSecondFactor: 'required',
    secretFile: '/run/secrets/key',
    seedOnEmpty: false,
    fourEyes: 'findings',
    operator: 'The secretariat',
    contact: 'record@example.org',
    dataLicence: 'CC BY 4.0',
  })
})

test('the address follows the port, the database and the secret follow the folder', () => {
  expect(configOf({ PORT: '4000', DATA_DIR: '/srv' })).toMatchObject({
    publicUrl: 'http://localhost:4000',
    databaseUrl: '/srv/followthrough.db',
    secretFile: '/srv/secret',
  })
})

test.each([
  [{ CONTACT: 'record@example.org' }, 'record@example.org'],
  [
    { CONTACT: 'https://example.org/contact', PUBLIC_URL: 'https://example.org' },
    'followthrough@example.org',
  ],
  [{ CONTACT: 'record@example.org', MAIL_FROM: 'no-reply@example.org' }, 'no-reply@example.org'],
])('with %j mail is from %s', (env, mailFrom) => {
  expect(configOf(env)).toMatchObject({ mailFrom })
})

test('an empty setting is as good as none', () => {
  expect(configOf({ PORT: '', SMTP_URL: ' ', OPERATOR: '' })).toEqual(configOf({}))
})

test.each([
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['HOST', 'two words'],
  ['DATABASE_URL', 'mysql://host/name'],
  ['DATABASE_URL', 'postgres:/host'],
  ['PUBLIC_URL', 'record.example.org'],
  ['PUBLIC_URL', 'ftp://record.example.org'],
  ['PUBLIC_URL', 'https://record.example.org/somewhere'],
  ['PUBLIC_URL', 'https://user:secret@record.example.org'],
  ['READ_ACCESS', 'nobody'],
  ['TRUST_PROXY', 'perhaps'],
  ['LOG_LEVEL', 'loud'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'The register <register@example.org>'],
  ['MAIL_FROM', 'register'],
  ['ADMIN_SECOND_FACTOR', 'on'],
  ['SEED_ON_EMPTY', 'sometimes'],
  ['OPERATOR', 'x'.repeat(301)],
])('%s=%s is refused by name', (name, value) => {
  const faults = faultsOf({ [name]: value })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${name} is .+, but must be .+$`))
})

test('a fault says what was given, and each wrong setting has its line', () => {
  expect(faultsOf({ PORT: 'http', READ_ACCESS: 'all' })).toEqual([
    'PORT is "http", but must be a whole number from 0 to 65535',
    'READ_ACCESS is "all", but must be public or members',
  ])
})

test.each(['DATABASE_URL', 'SMTP_URL'])('a fault of %s does not show a password', (name) => {
  expect(faultsOf({ [name]: 'mysql://user:hunter2@host' })[0]).not.toContain('hunter2')
})

test('a .env file in the current folder is read, and the environment wins', () => {
  inFolderWith('.env', 'PORT=4001\nOPERATOR="The secretariat"\nCONTACT=from the file\n')
  vi.stubEnv('PORT', undefined)
  vi.stubEnv('CONTACT', 'from the environment')
  const read = readConfig()
  expect(read).toMatchObject({
    config: { port: 4001, operator: 'The secretariat', contact: 'from the environment' },
  })
})

test('an empty variable of the environment takes back what .env says', () => {
  inFolderWith('.env', 'OPERATOR=The secretariat\n')
  vi.stubEnv('OPERATOR', '')
  expect(readConfig()).toMatchObject({ config: { operator: null } })
})

function inFolderWith(name: string, text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-'))
  const before = process.cwd()
  writeFileSync(join(folder, name), text)
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(before)
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
}
