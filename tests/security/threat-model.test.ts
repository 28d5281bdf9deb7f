import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every defence that the threat model names is shown by a test that is there', () => {
  const rows = readFileSync('docs/threat-model.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (who would|-)/.test(line))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const [, file] = /`(tests\/[^`]+)` *\|$/.exec(row) ?? []
    expect(file && existsSync(file), row).toBe(true)
  }
})
