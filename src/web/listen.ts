import { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Config } from '../config'
import { Unusable } from '../db/database'

/** How long the server waits for whom, in milliseconds, and for how many at once. */
export interface Patience {
  /** For the head of a request; who trickles it is answered 408 and cut off. */
  headers: number
  /** For a whole request: fifty mebibytes of evidence over a line of two megabits. */
  request: number
  /** For anything to move on a connection, so that who never reads the answer is cut off too. */
  silence: number
  /** How often it looks for those who are too slow. */
  look: number
  connections: number
}

export const PATIENCE: Patience = {
  headers: 20_000,
  request: 300_000,
  silence: 60_000,
  look: 5_000,
  connections: 2_000,
}

const LAST_ANSWERS_MS = 10_000

/** Where a server that listens does so. */
export function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens nowhere')
  return address
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** Listens, and only then makes what answers: with PORT 0 nobody knows the site's address before. */
export function open(
  config: Pick<Config, 'port' | 'host' | 'publicUrl'>,
  answering: (publicUrl: string) => Fetch,
  patience = PATIENCE,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    let fetch: Fetch = () => new Response(null, { status: 503 })
    const server = serve(
      {
        fetch: (request, env) => fetch(request, env),
        port: config.port,
        hostname: config.host,
        serverOptions: {
          headersTimeout: patience.headers,
          requestTimeout: patience.request,
          connectionsCheckingInterval: patience.look,
        },
      },
      ({ port }) => {
        fetch = answering(config.publicUrl.replace(/^(http:\/\/localhost):0$/, `$1:${port}`))
        resolve(server)
      },
    ) as Server
    server.timeout = patience.silence
    server.maxConnections = patience.connections
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, config)))
  })
}

function explained(error: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE')
    return new Unusable(
      `port ${port} of ${host} is taken by another program: stop it, or set PORT to a free one`,
    )
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
    return new Unusable(
      `${host} port ${port} cannot be listened on: set HOST and PORT to an address of this machine`,
    )
  return error
}

/** Takes no new connection, ends the idle ones, and waits for what is being answered. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
    // A connection that was being answered becomes idle only then.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
