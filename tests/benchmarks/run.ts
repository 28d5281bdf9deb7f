import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepAnswers, makeBareData } from './bare-data'
import { contentsOf, makeRecord } from './data'
import { feedPages, filings, readings, readWhileFiling, unchanged } from './figures'
import { productionSize } from './installed'
import { Load } from './load'
import { measureFigure, median, type Outcome } from './measure'
import { measureMixed } from './mixed'
import { buildBare, cache, coldStart, type Server, startBare, startOurs } from './servers'
import { table } from './table'

const STARTS = 3
/** Only the figures whose name holds this are measured: `npm run bench -- filed`. */
const ONLY = process.argv[2] ?? ''
const FEED_PAGES = 30

const folder = mkdtempSync(join(tmpdir(), 'followthrough-bench-'))
const running: { stop: () => Promise<void> }[] = []
const started = async (server: Promise<Server>): Promise<Server> => {
  const up = await server
  running.push(up)
  return up
}
const began = performance.now()
const say = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`)

try {
  await bench()
} finally {
  for (const each of running) await each.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function bench(): Promise<void> {
  say('makes 1,000 measures of 50 agreements with 10,000 reports')
  const token = await makeRecord(folder)
  const starts = []
  for (let i = 0; i < STARTS; i++) starts.push(await coldStart(folder))
  const ours = await started(startOurs(folder))
  const contents = await contentsOf(ours.address)
  const { agreements, measures, reports } = contents
  say(
    `has ${measures.length} measures of ${agreements.length} agreements with ${reports} reports; copies them`,
  )
  const feeds = await feedPages(ours.address, FEED_PAGES)
  const bareFile = await makeBareData(folder, ours.address, contents, feeds)
  const tags = await keepAnswers(
    bareFile,
    ours.address,
    measures.slice(0, 200).map(({ agreement, code }) => `/agreements/${agreement}/measures/${code}`),
  )
  const bare = await started(startBare(await buildBare(), bareFile, folder))
  const load = new Load()
  running.push({ stop: async () => load.end() })
  const outcomes: Outcome[] = []
  const all = [...readings(contents, feeds), unchanged(tags), ...filings(token, contents)]
  for (const figure of all.filter(({ name }) => name.includes(ONLY))) {
    say(figure.name)
    try {
      outcomes.push(await measureFigure(load, figure, { ours: ours.address, bare: bare.address }))
    } catch (error) {
      // The other figures still tell something.
      say(String(error))
      process.exitCode = 1
    }
  }
  for (const figure of readWhileFiling(token, contents).filter(({ reading }) =>
    reading.name.includes(ONLY),
  )) {
    say(figure.reading.name)
    const writer = new Load()
    running.push({ stop: async () => writer.end() })
    outcomes.push(
      ...(await measureMixed({ reader: load, writer }, figure, { ours: ours.address, bare: bare.address })),
    )
  }
  const figures = {
    at: new Date().toISOString(),
    machine: { node: process.version, cpus: cpus().length, model: cpus()[0]?.model, load: loadavg() },
    record: { agreements: agreements.length, measures: measures.length, reports },
    outcomes,
    residentMB: { ours: Math.round(ours.resident()), bare: Math.round(bare.resident()) },
    coldStartMs: {
      answer: Math.round(median(starts.map(({ answer }) => answer))),
      dashboard: Math.round(median(starts.map(({ dashboard }) => dashboard))),
    },
    productionMB: productionSize(),
    seconds: Math.round((performance.now() - began) / 1000),
  }
  report(figures)
}

interface Figures {
  at: string
  outcomes: Outcome[]
  machine: { node: string; cpus: number; model: string | undefined; load: number[] }
  residentMB: { ours: number; bare: number }
  coldStartMs: { answer: number; dashboard: number }
  productionMB: { packages: number; all: number; node: number }
  seconds: number
}

function report(figures: Figures): void {
  const { machine, outcomes, residentMB, coldStartMs, productionMB, seconds } = figures
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${figures.at.replace(/[:.]/g, '-')}.json`)
  writeFileSync(file, JSON.stringify(figures, null, 2))
  console.log(table(outcomes))
  console.log(`
resident memory afterwards   ours ${residentMB.ours} MB, bare ${residentMB.bare} MB
cold start                   first answer ${coldStartMs.answer} ms, first dashboard ${coldStartMs.dashboard} ms
npm ci --omit=dev            ${productionMB.all} MB in ${productionMB.packages} packages, ${productionMB.node} MB of them Node itself
machine                      ${machine.cpus} × ${machine.model ?? 'unknown'}, Node ${machine.node}, load ${machine.load[0]?.toFixed(1)}; ${seconds} s
${file}`)
}
