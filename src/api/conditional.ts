import { createHash } from 'node:crypto'
import { sameTag } from '../web/etag'

/** Whether what the asker holds is still right; by tag where one is sent, else by instant (RFC 9110, 13.2.2). */
function isUnchanged(asked: Headers, etag: string, lastModified: string | null): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) return sameTag(tags, etag)
  const since = Date.parse(asked.get('if-modified-since') ?? '')
  return lastModified !== null && since >= Date.parse(lastModified)
}

/** Gives a full answer to a reading its strong validator, or answers 304. Any other answer stays as it is. */
export async function conditional(request: Request, answer: Response): Promise<Response> {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || answer.status !== 200) return answer
  return validated(request, Buffer.from(await answer.arrayBuffer()), new Headers(answer.headers))
}

/** The same of a body at hand. */
export function validated(request: Request, body: Buffer<ArrayBuffer>, headers: Headers): Response {
  const etag = headers.get('etag') ?? `"${createHash('sha1').update(body).digest('base64url')}"`
  headers.set('etag', etag)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  if (!isUnchanged(request.headers, etag, headers.get('last-modified')))
    return new Response(body, { status: 200, headers })
  headers.delete('content-type')
  headers.delete('content-length')
  return new Response(null, { status: 304, headers })
}
