import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { scripts, version } from '../package.json'
import { scratchFolder } from './support/scratch'

/** The program without anything built. */
function freshClone(): string {
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const part of ['src', 'views', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

async function launch(clone: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(clone, 'src/launch.js'), ...args], { cwd: '/' })
  const code = new Promise<number | null>((done) => child.on('close', done))
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, printed, said }
}
const builds = (clone: string) => readdirSync(join(clone, 'dist'))
const builtAt = (clone: string) => statSync(join(clone, 'dist', builds(clone)[0] ?? '', 'cli.js')).mtimeMs

test('two that start at once build one program, and both run it', async () => {
  const clone = freshClone()
  const launched = await Promise.all([launch(clone, '--version'), launch(clone, '--version')])
  const ran = { code: 0, printed: `${version}\n`, said: '' }
  expect(launched).toEqual([ran, ran])
  expect(builds(clone)).toHaveLength(1)
})

test('it builds again when the sources changed, and never otherwise', async () => {
  const clone = freshClone()
  await launch(clone, '--version')
  const [first] = builds(clone)
  const at = builtAt(clone)
  await launch(clone, '--version')
  expect([builds(clone), builtAt(clone)]).toEqual([[first], at])
  appendFileSync(join(clone, 'src/cli.ts'), '\n')
  await launch(clone, '--version')
  expect(builds(clone)).toHaveLength(1)
  expect(builds(clone)).not.toEqual([first])
})

test('sources that cannot be built end it with a word', async () => {
  const clone = freshClone()
  appendFileSync(join(clone, 'src/cli.ts'), '\nconst = 1\n')
  const { code, printed, said } = await launch(clone, '--version')
  expect({ code, printed }).toEqual({ code: 1, printed: '' })
  expect(said).toMatch(/^the program cannot be built: /)
})

test('the sources serve as they are, which npm run dev does', async () => {
  const [, ...args] = scripts.dev.split(' ').filter((word) => !/^(watch|--clear-screen=false)$/.test(word))
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', SEED_ON_EMPTY: 'off' }
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env })
  const ended = new Promise((done) => child.on('close', done))
  const lines = createInterface({ input: child.stdout })
  const first = await new Promise((done) => lines.once('line', done).once('close', () => done('nothing')))
  child.kill('SIGTERM')
  expect(first).toMatch(/^Followthrough is at /)
  expect(await ended).toBe(0)
})
