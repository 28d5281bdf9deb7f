import { findPackageJSON } from 'node:module'
import { dirname } from 'node:path'

/** Where npm has put a package. */
export function folderOf(name: string): string {
  const about = findPackageJSON(name, import.meta.url)
  if (about === undefined) throw new Error(`${name} is not installed: run npm ci`)
  return dirname(about)
}
