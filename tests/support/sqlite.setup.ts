import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/dialect'
import { migrate } from '../../src/db/migrate'
import { scratchFolder, sweepScratch } from './scratch'
import './provided'

/** Migrates one file, which every world copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  sweepScratch()
  const folder = scratchFolder()
  const template = join(folder, 'template.db')
  const database = openDatabase(template)
  await migrate(database)
  await database.close()
  project.provide('template', template)
  return () => rmSync(folder, { recursive: true, force: true })
}
