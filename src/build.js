import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const SOURCES = ['src', 'views', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json']

/**
 * Gives the program to import, built if it is not. Each state of the sources has its own folder, which appears whole:
 * of two builds at once one is kept, and a server goes on from the folder it started from.
 */
export async function build() {
  const folder = join(dist, fingerprint())
  const program = join(folder, 'cli.js')
  if (existsSync(program)) return program
  const fresh = join(dist, `unfinished-${randomUUID()}`)
  try {
    await bundle(fresh)
    keep(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return program
}

/** By content, since a checkout or an image changes times without changing what is said. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of filesOf(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  return hash.digest('hex').slice(0, 16)
}

function filesOf(path) {
  const full = join(root, path)
  if (/\.json$/.test(path)) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|json|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

async function bundle(outdir) {
  const esbuild = await import('esbuild')
  const common = { absWorkingDir: root, outdir, logLevel: 'silent' }
  const style = {
    ...common,
    entryPoints: ['views/assets/site.css', 'views/assets/brief.css'],
    bundle: true,
    // Addresses of the site, not files.
    external: ['/assets/*'],
    minify: true,
  }
  const program = {
    ...common,
    entryPoints: ['src/cli.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.json': 'json' },
  }
  await Promise.all([esbuild.build(style), esbuild.build(program)])
    // Else its helper lives as long as the server that starts next.
    .finally(() => esbuild.stop())
}

function keep(fresh, folder) {
  const older = readdirSync(dist).filter((name) => /^[0-9a-f]{16}$/.test(name))
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'cli.js'))) throw error
    return
  }
  for (const name of older) rmSync(join(dist, name), { recursive: true, force: true })
}

if (import.meta.main ?? process.argv[1] === fileURLToPath(import.meta.url)) await build()
