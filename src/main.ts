import { randomUUIDv7 } from 'node:crypto'
import { type AddressInfo } from 'node:net'
import { type Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { createApp } from './app'
import type { Config } from './config'
import { openDatabase } from './db/dialect'
import { Unusable } from './db/database'
import { migrate } from './db/migrate'
import type { Deps } from './deps'
import { operatorActor } from './exchange/operator.store'
import { seedIfEmpty } from './exchange/seed'
import { adoptKey, originOf } from './ledger/adopt-key'
import { isOpenToOthers } from './ledger/secret-file'
import { mailerOf } from './notify/mailer'
import { firstInvitation } from './users/user.commands'

const PATIENCE_MS = 10_000

/** Runs the site until it is told to stop; then it answers what it took and refuses what is new. */
export async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }))
  const db = openDatabase(config.databaseUrl, {
    onError: (error) => log.error({ err: error }, 'database connection lost'),
  })
  const deps: Deps = { db, clock: () => new Date().toISOString(), newId: randomUUIDv7 }
  try {
    await migrate(db)
    await openKey(deps, config, log)
    if (config.seedOnEmpty) await seedIfEmpty(deps)
    const invitation = await firstInvitation(deps)
    const mailer = mailerOf(config, log)
    // Before the site is announced: whoever reads that may stop it at once.
    const stopped = stopSignal()
    const { server, at } = await open(config, (at) => createApp(deps, at, log, mailer).fetch)
    announce(server, at, invitation)
    await stopped
    await close(server)
    await mailer?.settled()
  } finally {
    await db.close()
  }
}

/** Signs with the key of the secret file from now on; whoever runs this is told when that is another one than before. */
async function openKey(deps: Deps, { secretFile, publicUrl }: Config, log: Logger): Promise<void> {
  const actor = await operatorActor(deps)
  const adopted = await adoptKey(deps, { actor, secretFile, name: originOf(publicUrl) })
  const key = adopted.key.public.text
  if (adopted.outcome === 'first')
    log.info({ secretFile, key }, 'the ledger has its signing key: keep a copy of the file elsewhere')
  if (adopted.outcome === 'changed')
    log.warn(
      { secretFile, key, entry: adopted.entry },
      'the signing key is another one, and the ledger says so',
    )
  if (isOpenToOthers(secretFile))
    log.warn({ secretFile }, 'others on this machine can read the signing key: chmod 600')
}

function announce(server: Server, config: Config, invitation: string | undefined): void {
  const { port } = addressOf(server)
  console.log(`Followthrough is at ${config.publicUrl} (listening on ${config.host}, port ${port}).`)
  if (invitation !== undefined)
    console.log(`The first person signs in once, within 24 hours, at ${config.publicUrl}${invitation}`)
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens nowhere')
  return address
}

type Fetch = ReturnType<typeof createApp>['fetch']

/** Listens, and only then makes what answers: with PORT 0 nobody knows the site's address before. */
function open(config: Config, answering: (at: Config) => Fetch): Promise<{ server: Server; at: Config }> {
  return new Promise((resolve, reject) => {
    let fetch: Fetch = () => new Response(null, { status: 503 })
    const server = listen(
      { fetch: (request, env) => fetch(request, env), port: config.port, hostname: config.host },
      () => {
        const { port } = addressOf(server)
        const at = {
          ...config,
          publicUrl: config.publicUrl.replace(/^(http:\/\/localhost):0$/, `$1:${port}`),
        }
        fetch = answering(at)
        resolve({ server, at })
      },
    ) as Server
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, config)))
  })
}

function explained(error: NodeJS.ErrnoException, { host, port }: Config): Error {
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

/** Resolves at the first signal; later ones change nothing, since stopping has begun. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })

/** Takes no new connection, ends the idle ones, and waits for what is being answered. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
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
