import { randomUUIDv7 } from 'node:crypto'
import { type Server } from 'node:http'
import { type Logger, pino } from 'pino'
import { createApp } from './app'
import type { Config } from './config'
import { watchDays } from './days/midnight'
import { openDatabase } from './db/dialect'
import type { Deps } from './deps'
import { clearOldUploads } from './evidence/keep-upload'
import { operatorActor } from './exchange/operator.store'
import { seedIfEmpty } from './exchange/seed'
import { adoptKey, originOf } from './ledger/adopt-key'
import { clearOldKeys } from './ledger/once.store'
import { isOpenToOthers } from './ledger/secret-file'
import { mailerOf } from './notify/mailer'
import { bringUpToDate } from './standing/refill.store'
import { firstInvitation } from './users/user.commands'
import { addressOf, close, open } from './web/listen'

/** Runs the site until it is told to stop; then it answers what it took and refuses what is new. */
export async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }))
  const db = openDatabase(config.databaseUrl, {
    onError: (error) => log.error({ err: error }, 'database connection lost'),
  })
  const deps: Deps = { db, clock: () => new Date().toISOString(), newId: randomUUIDv7 }
  try {
    await bringUpToDate(db)
    await openKey(deps, config, log)
    if (config.seedOnEmpty) await seedIfEmpty(deps)
    const invitation = await firstInvitation(deps)
    const mailer = mailerOf(config, log)
    // Before the site is announced: whoever reads that may stop it at once.
    const stopped = stopSignal()
    const sweeping = sweep(deps, log)
    let at = config
    const server = await open(config, (publicUrl) => {
      at = { ...config, publicUrl }
      return createApp(deps, at, log, mailer).fetch
    })
    announce(server, at, invitation)
    const days = watchDays(deps, await operatorActor(deps), log)
    await stopped
    clearInterval(sweeping)
    await Promise.all([days.stop(), close(server)])
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

/** Lets go, hourly, of files that were sent and then put into no report, and of keys of acts too old to be repeated. */
const sweep = (deps: Deps, log: Logger): NodeJS.Timeout =>
  setInterval(() => {
    clearOldUploads(deps).catch((error: unknown) => log.error({ err: error }, 'old uploads stay for now'))
    clearOldKeys(deps).catch((error: unknown) => log.error({ err: error }, 'old keys stay for now'))
  }, 3_600_000)

function announce(server: Server, config: Config, invitation: string | undefined): void {
  const { port } = addressOf(server)
  console.log(`Followthrough is at ${config.publicUrl} (listening on ${config.host}, port ${port}).`)
  if (invitation !== undefined)
    console.log(`The first person signs in once, within 24 hours, at ${config.publicUrl}${invitation}`)
}

/** Resolves at the first signal; later ones change nothing, since stopping has begun. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
