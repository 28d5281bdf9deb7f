import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fieldsOf } from '../../src/lib/json'
import { itemsOf } from './data'
import { median } from './measure'
import { command, type Server, startOurs } from './servers'

// The same agreements and measures with few and with many reports: what a page costs must not grow with the reports.
const AGREEMENTS = 50
const MEASURES = 20
const FEW = 1
const MANY = Number(process.argv[2] ?? 1_000)
const ROUNDS = 7
const ASKS = 5
/** How much longer a page may take with the many than with the few. */
const AIM = 1.5
// Whoever sends a cookie is answered anew and not from memory.
const ANEW = { cookie: 'stranger=1' }

const began = performance.now()
const say = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`)

async function makeRecord(folder: string, reports: number): Promise<void> {
  say(`makes ${AGREEMENTS * MEASURES * reports} reports`)
  await command(folder, [
    ...['seed', '--synthetic', '--agreements', String(AGREEMENTS), '--measures', String(MEASURES)],
    ...['--reports', String(reports), '--random-seed', '1'],
  ])
}

/** Milliseconds of one answer, the median of some. */
async function timeOf({ address }: Server, path: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < ASKS; i++) {
    const asked = performance.now()
    const answer = await fetch(address + path, { headers: ANEW })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    times.push(performance.now() - asked)
  }
  return median(times)
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/**
 * Today, a past day, today by the knowledge of that day and of one long ago, since when half of all was recorded, and both
 * clocks; of everything and of one agreement.
 */
function pathsAt(slug: string): [string, string][] {
  const [day, longAgo] = [daysAgo(400), daysAgo(2_000)]
  const questions: [string, string][] = [
    ['today', ''],
    ['a past day', `?as_of=${day}`],
    ['as known then', `?known_at=${day}`],
    ['as known long ago', `?known_at=${longAgo}`],
    ['both clocks', `?as_of=${day}&known_at=${day}`],
    ['both, long ago', `?as_of=${longAgo}&known_at=${longAgo}`],
  ]
  const pages = [
    ['the dashboard', '/'],
    ['an agreement', `/agreements/${slug}`],
    ['its measures as JSON', `/api/v1/agreements/${slug}/measures`],
  ] as const
  return pages.flatMap(([page, path]) =>
    questions.map(([question, query]): [string, string] => [`${page}, ${question}`, path + query]),
  )
}

/** The agreement that was concluded first, so that every question is about something. */
async function oldestOf({ address }: Server): Promise<string> {
  const agreements = (await itemsOf(`${address}/api/v1/agreements?limit=500`)).map((item) => fieldsOf(item))
  const concluded = agreements.map((fields) => `${fields.text('concluded_on')} ${fields.text('slug')}`)
  return concluded.sort()[0]?.split(' ')[1] ?? ''
}

const folders = [FEW, MANY].map(() => mkdtempSync(join(tmpdir(), 'followthrough-growth-')))
const servers: Server[] = []
try {
  for (const [i, reports] of [FEW, MANY].entries()) await makeRecord(folders[i] ?? '', reports)
  for (const folder of folders) servers.push(await startOurs(folder))
  const [few, many] = servers
  if (!few || !many) throw new Error('both servers are wanted')
  for (const [name, path] of pathsAt(await oldestOf(few))) {
    const ratios: number[] = []
    const times: { few: number; many: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const time = { few: await timeOf(few, path), many: await timeOf(many, path) }
      times.push(time)
      ratios.push(time.many / time.few)
    }
    const ratio = median(ratios)
    const [a, b] = [median(times.map((time) => time.few)), median(times.map((time) => time.many))]
    console.log(
      `${name.padEnd(40)} ${a.toFixed(1).padStart(8)} ms ${b.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2)}${ratio > AIM ? '  missed' : ''}`,
    )
  }
  say(`resident ${servers.map((server) => `${Math.round(server.resident())} MB`).join(' and ')}`)
} finally {
  for (const server of servers) await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
