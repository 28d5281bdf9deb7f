// The process that asks. It holds no part of either server, and tells its parent what came back.
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import autocannon from 'autocannon'

const range = (count) => Array.from({ length: count }, (_, i) => i)

process.on('message', (job) => {
  void run(job).then((result) => process.send(result))
})
process.on('disconnect', () => process.exit())

/** Every connection goes through all the addresses, each from a place of its own, so that none is asked in step. */
async function run({ address, connections, seconds, amount, requests, keyed, from }) {
  const part = Math.ceil(requests.length / connections)
  const built = requests.map((request) => ({ ...request, ...(keyed && { setupRequest: withFreshKey }) }))
  let client = 0
  let began = 0
  let last = 0
  const asking = autocannon({
    url: address,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    requests: built,
    // Else it looks only once a second whether it is done.
    sampleInt: 50,
    setupClient: (each) => {
      const start = (from + part * client++) % built.length
      each.setRequests(range(built.length).map((i) => built[(start + i) % built.length]))
    },
  })
  asking.on('start', () => (began = performance.now()))
  asking.on('response', () => (last = performance.now()))
  const result = await asking
  return {
    perSecond: (result.requests.total * 1000) / (last - began),
    answers: result.requests.total,
    bytesEach: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
    p50: result.latency.p50,
    p99: result.latency.p99,
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats).map(([code, { count }]) => [code, count]),
    ),
    failed: result.errors + result.timeouts + result.mismatches,
  }
}

const withFreshKey = (request) => ({
  ...request,
  headers: { ...request.headers, 'idempotency-key': randomUUID() },
})
