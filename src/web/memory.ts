import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps'
import { dayOf } from '../lib/dates'
import type { Env } from './env'
import { isAsked, isSqueezable, squeeze, squeezedHeaders, squeezedTag, takesGzip, unsqueeze } from './gzip'

interface Kept {
  /** The ledger's head, the names and the UTC day that the answer was made at. */
  stamp: string
  status: 200
  headers: [string, string][]
  /** Not its buffer, which the server would copy for every answer; null where it is large and kept squeezed alone. */
  body: Uint8Array<ArrayBuffer> | null
  /** Of what is kept. */
  bytes: number
  etag: string
  /** Squeezed when first asked for so; null where that is not worth it. */
  squeezed?: Promise<Uint8Array<ArrayBuffer> | null>
}

interface Wanted {
  method: string
  ifNoneMatch: string | undefined
  ifModifiedSince: string | undefined
  gzip: boolean
}

const MOST_BYTES = 64 * 1024 * 1024
const LARGEST = 2 * 1024 * 1024

/**
 * Answers a stranger's reading from memory as long as neither the ledger, the names of accounts nor the UTC day has moved: such
 * an answer is a function of its address and those. Gives every one a strong validator and answers 304.
 * Nobody who is signed in, and nothing that was refused, is ever answered from here.
 */
export function fromMemory(deps: Deps): MiddlewareHandler<Env> {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept | undefined>>()
  let bytes = 0
  let latest = ''
  const forget = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const keep = (key: string, answer: Kept) => {
    // What was made before the ledger, a name or the day moved is never given again.
    if (answer.stamp !== latest) for (const old of [...kept.keys()]) forget(old)
    latest = answer.stamp
    forget(key)
    kept.set(key, answer)
    bytes += answer.bytes
    for (const oldest of kept.keys()) if (bytes > MOST_BYTES) forget(oldest)
  }
  return async (c, next) => {
    const { method, url } = c.req
    if ((method !== 'GET' && method !== 'HEAD') || c.req.header('cookie') || c.req.header('authorization'))
      return next()
    const wanted = {
      method,
      ifNoneMatch: c.req.header('if-none-match'),
      ifModifiedSince: c.req.header('if-modified-since'),
      gzip: takesGzip(c.req.header('accept-encoding')),
    }
    const stamp = `${await deps.db.stamp()}:${dayOf(deps.clock())}`
    const key = url.slice(url.indexOf('/', 8))
    const known = kept.get(key)
    // Many may ask for the same at the same moment: it is made once.
    const place = `${stamp} ${key}`
    const other = making.get(place)
    const same = known?.stamp === stamp ? known : other && (await other)
    if (same) {
      c.res = await replay(same, wanted)
      return
    }
    const made = next().then(() => read(c.res, stamp))
    if (method !== 'GET') return answer(c, await made, wanted)
    making.set(place, quietly(made))
    try {
      const fresh = await made
      await answer(c, fresh, wanted)
      const unmoved = stamp === `${await deps.db.stamp()}:${dayOf(deps.clock())}`
      const small = fresh && unmoved ? await madeSmall(fresh) : undefined
      if (small) keep(key, small)
    } finally {
      making.delete(place)
    }
  }
}

/** Gives the answer as it is kept; one that may not be kept stays as it was made. */
async function answer(c: Context<Env>, fresh: Kept | undefined, wanted: Wanted): Promise<void> {
  if (!fresh) return
  // Else the context writes the first answer's headers over those of the new one.
  c.res = undefined
  c.res = await replay(fresh, wanted)
}

/** Undefined where it fails, so that others try for themselves. */
const quietly = <T>(made: Promise<T>): Promise<T | undefined> => made.catch(() => undefined)

async function read(answer: Response, stamp: string): Promise<Kept | undefined> {
  // Nothing may keep a page that shows people or secrets.
  if (answer.headers.get('cache-control')?.includes('no-store')) return undefined
  // What is streamed or saved as a file goes out piece by piece; holding it back to hash it would undo that.
  if (
    answer.status !== 200 ||
    answer.headers.has('set-cookie') ||
    answer.headers.has('content-disposition') ||
    answer.headers.get('content-type')?.startsWith('application/x-ndjson')
  )
    return undefined
  const body = new Uint8Array(await answer.arrayBuffer())
  const etag = answer.headers.get('etag') ?? `"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = new Headers(answer.headers)
  headers.set('etag', etag)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  headers.append('vary', 'Accept-Encoding')
  return { stamp, status: 200, headers: [...headers], body, bytes: body.byteLength, etag }
}

/** The calendar of a large register squeezes to a tenth. Undefined where an answer is large even so. */
async function madeSmall(fresh: Kept): Promise<Kept | undefined> {
  if (fresh.bytes <= LARGEST) return fresh
  const squeezed = await squeezedOf(fresh)
  if (!squeezed || squeezed.byteLength > LARGEST) return undefined
  return { ...fresh, body: null, bytes: squeezed.byteLength, squeezed: Promise.resolve(squeezed) }
}

async function replay(kept: Kept, wanted: Wanted): Promise<Response> {
  const { headers, etag } = kept
  const { method, gzip } = wanted
  const squeezed = gzip ? await squeezedOf(kept) : null
  const sent = squeezed ? squeezedHeaders(new Headers(headers)) : new Headers(headers)
  if (!isHeld(wanted, squeezed ? squeezedTag(etag) : etag, sent.get('last-modified')))
    return new Response(method === 'HEAD' ? null : (squeezed ?? (await plainOf(kept))), {
      status: 200,
      headers: sent,
    })
  for (const name of ['content-type', 'content-length', 'content-encoding']) sent.delete(name)
  return new Response(null, { status: 304, headers: sent })
}

/** Whether the asker holds it already; by tag where one is sent, else by instant (RFC 9110, 13.2.2). */
function isHeld({ ifNoneMatch, ifModifiedSince }: Wanted, etag: string, modified: string | null): boolean {
  if (ifNoneMatch !== undefined) return isAsked(ifNoneMatch, etag)
  return modified !== null && Date.parse(ifModifiedSince ?? '') >= Date.parse(modified)
}

/** Null where squeezing is not worth it. */
function squeezedOf(kept: Kept): Promise<Uint8Array<ArrayBuffer> | null> {
  const { headers, body } = kept
  const type = new Headers(headers).get('content-type')
  kept.squeezed ??= body && isSqueezable(type, body.byteLength) ? squeeze(body) : Promise.resolve(null)
  return kept.squeezed
}

const plainOf = async (kept: Kept): Promise<Uint8Array<ArrayBuffer> | null> =>
  kept.body ?? unsqueeze((await squeezedOf(kept)) ?? new Uint8Array())
