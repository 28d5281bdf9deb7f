import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { folderOf } from './packages'
import './provided'

interface Chromium {
  path: string
  env: Record<string, string>
}
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** Finds a Chromium that starts: the one of CHROMIUM_PATH, the one that npm brought, or the system's. Fails when none does. */
export default function setup(project: TestProject): void {
  const given = process.env['CHROMIUM_PATH']
  const candidates = given ? () => [{ path: given, env: {} }] : () => [...fromNpm(), ...fromSystem()]
  const tried = candidates()
  const found = tried.find(starts)
  if (!found)
    throw new Error(`no Chromium starts; tried ${tried.map((one) => one.path).join(', ')}: set CHROMIUM_PATH`)
  project.provide('chromium', found)
}

const starts = ({ path, env }: Chromium): boolean =>
  spawnSync(path, ['--no-sandbox', '--version'], { env: { ...process.env, ...env }, timeout: 30_000 })
    .status === 0

// Beside its own libraries where the system has none (libnss3 and what it needs).
function fromNpm(): Chromium[] {
  const folder = unpacked()
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const path = join(folder, 'chromium')
  return [
    { path, env: fonts },
    { path, env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } },
  ]
}

/** Unpacked once for each version; two runs that start together each unpack their own and one is kept. */
function unpacked(): string {
  const about = join(folderOf('@sparticuz/chromium'), 'package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(about, 'utf8'))
  const folder = resolve('.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  // The package unpacks beside the temporary files, and its libraries only where it believes to be on AWS.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const unpack = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`
  execFileSync(process.execPath, ['-e', unpack], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

const fromSystem = (): Chromium[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, env: {} }))
