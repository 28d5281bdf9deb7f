import { isObject, type Json } from '../lib/json'
import { problemAnswer } from './problem'

export const MOST_BYTES = 1024 * 1024
const DEEPEST = 16

/** The JSON that was posted, or the answer that refuses it: 415, 413 or 400. */
export async function readJson(request: Request): Promise<{ posted: Json } | { refusal: Response }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return { refusal: problemAnswer(415, { detail: 'api.detail.not_json' }) }
  const bytes = await readBytes(request)
  if (bytes === null)
    return { refusal: problemAnswer(413, { detail: 'api.detail.too_large', values: { most: MOST_BYTES } }) }
  const posted = parse(bytes)
  if (posted === undefined) return { refusal: problemAnswer(400, { detail: 'api.detail.bad_json' }) }
  return isTooDeep(posted)
    ? { refusal: problemAnswer(400, { detail: 'api.detail.too_deep', values: { most: DEEPEST } }) }
    : { posted }
}

/** Null as soon as there is more than fits, however long the rest is. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body === null) return new Uint8Array()
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(bytes: Uint8Array): Json | undefined {
  try {
    return jsonIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

// JSON.parse gives nothing but JSON.
const jsonIn = (text: string): Json => {
  const value: Json = JSON.parse(text)
  return value
}

/** Walks level by level, so that no nesting is deep enough to end the process. */
function isTooDeep(value: Json): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((inner) => (Array.isArray(inner) ? inner : isObject(inner) ? Object.values(inner) : []))
  }
  return false
}
