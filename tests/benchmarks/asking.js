// The process that asks. It holds no part of either server, and tells its parent what came back.
import { randomUUID } from 'node:crypto'
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
  const result = await autocannon({
    url: address,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    requests: built,
    setupClient: (each) => {
      const start = (from + part * client++) % built.length
      each.setRequests(range(built.length).map((i) => built[(start + i) % built.length]))
    },
  })
  return {
    perSecond: result.requests.total / result.duration,
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
