import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const cache = join(root, '.cache', 'bench')
const launch = join(root, 'src', 'launch.js')

export interface Server {
  address: string
  /** MB that the process holds in memory. */
  resident: () => number
  stop: () => Promise<void>
}

// Nothing of whoever runs the benchmark but where programs are found.
const environment = (folder: string) => ({
  PATH: process.env['PATH'],
  HOME: folder,
  NODE_ENV: 'production',
  DATA_DIR: folder,
  SEED_ON_EMPTY: 'off',
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
})

/** Our server, as `npm start` starts it. */
export const startOurs = (folder: string, flags: string[] = []): Promise<Server> =>
  start([...flags, launch, 'serve'], folder)

/** The bare server, bundled as ours is. */
export async function buildBare(): Promise<string> {
  mkdirSync(cache, { recursive: true })
  const outfile = join(cache, 'bare.js')
  await build({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(new URL('./bare.tsx', import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
  return outfile
}

export const startBare = (program: string, database: string, folder: string): Promise<Server> =>
  start([program, database], folder)

async function start(args: string[], folder: string): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  return {
    address: `http://127.0.0.1:${port}`,
    resident: () => residentOf(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function portOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server says nothing')
  const lines = createInterface({ input: child.stdout })
  const found = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, port] = /port (\d+)/.exec(line) ?? []
      if (port !== undefined) resolve(port)
    })
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code} before it listened`)))
  })
  return found
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Runs one command of ours; gives what it printed. */
export async function command(folder: string, args: string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, [launch, ...args], { cwd: folder, env: environment(folder) })
  let printed = ''
  let said = ''
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  child.stdin.end(input)
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`followthrough ${args.join(' ')}: ${said}`)
  return printed
}

/** Milliseconds from starting our server to its first answer, and to its first dashboard. */
export async function coldStart(folder: string): Promise<{ answer: number; dashboard: number }> {
  const began = performance.now()
  const server = await startOurs(folder)
  try {
    await (await fetch(`${server.address}/healthz`)).text()
    const answer = performance.now() - began
    const dashboard = await fetch(server.address)
    if (!dashboard.ok) throw new Error(`the dashboard answered ${dashboard.status}`)
    await dashboard.text()
    return { answer, dashboard: performance.now() - began }
  } finally {
    await server.stop()
  }
}
