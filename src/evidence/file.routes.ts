import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Deps } from '../deps'
import { fileInReview } from '../drafts/draft-file.queries'
import { message } from '../messages/messages'
import { readerOf } from '../users/reader'
import { maybeBearer } from '../users/signed-in'
import type { User } from '../users/user'
import type { Env } from '../web/env'
import { sameTag } from '../web/etag'
import { fileName, type FileType, SHA256 } from './file'
import { bytesOf, fileFor, type Served } from './file.store'
import { removalOf } from './removed-file.store'

// Whatever is in a file, opened at its address it can do nothing: no script, no form, no other address.
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
// A picture cannot run anything; all else is saved and not shown.
const SHOWN: readonly FileType[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** The files of evidence, each at the address of its hash, for whoever may have it. */
export const fileRoutes = (deps: Deps) =>
  new Hono<Env>().get('/files/:sha256', maybeBearer(deps), async (c) => {
    const sha256 = c.req.param('sha256')
    const file = SHA256.test(sha256) ? await servedTo(deps, c.var.viewer, sha256) : undefined
    if (!file) return (await refuseRemoved(deps, sha256)) ?? c.notFound()
    const etag = `"${sha256}"`
    const unchanged = sameTag(c.req.header('if-none-match'), etag)
    const headers = { ...headersOf(file), etag }
    if (unchanged || c.req.method === 'HEAD')
      return new Response(null, { status: unchanged ? 304 : 200, headers })
    return new Response(streamOf(deps, sha256), { headers })
  })

/** Says of what was removed for good, and anybody may know of, that it was. */
async function refuseRemoved({ db }: Deps, sha256: string): Promise<undefined> {
  const n = SHA256.test(sha256) ? await removalOf(db.read, sha256) : undefined
  if (n !== undefined) throw new HTTPException(410, { message: message('en', 'errors.410.entry', { n }) })
}

async function servedTo(
  { db, clock }: Deps,
  viewer: User | null,
  sha256: string,
): Promise<Served | undefined> {
  if (viewer === null) return fileFor(db.read, null, sha256, clock())
  const file = await fileFor(db.read, readerOf(viewer), sha256, clock())
  return file ?? fileInReview(db.read, viewer, sha256)
}

const headersOf = (file: Served) => ({
  'content-type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
  'content-length': String(file.size),
  'content-disposition': disposition(file),
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // The bytes never change, but who may have them can: what everybody may have is asked for anew, all else is kept nowhere.
  'cache-control': file.open ? 'no-cache' : 'private, no-store',
})

/** RFC 6266: the name in ASCII for old programs, and as it is. */
function disposition({ name, type }: Served): string {
  const safe = fileName(name, type)
  const ascii = safe
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  const how = SHOWN.includes(type) ? 'inline' : 'attachment'
  return `${how}; filename="${fileName(ascii, type)}"; filename*=UTF-8''${encoded}`
}

function streamOf({ db }: Deps, sha256: string): ReadableStream<Uint8Array> {
  const pieces = bytesOf(db.read, sha256)
  return new ReadableStream(
    {
      pull: async (controller) => {
        const piece = await pieces.next()
        if (piece.done === true) controller.close()
        else controller.enqueue(piece.value)
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  )
}
