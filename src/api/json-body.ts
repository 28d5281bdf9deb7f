import { isObject } from '../lib/json'
import { MOST_FORM_BYTES as MOST_BYTES, MOST_VALUES, saidLength } from '../web/limits'
import { problemAnswer } from './problem'

const DEEPEST = 16

/** The JSON that was posted, or the answer that refuses it: 415, 413 or 400. */
export async function readJson(request: Request): Promise<{ posted: unknown } | { refusal: Response }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return { refusal: problemAnswer(415, { detail: 'api.detail.not_json' }) }
  const bytes = await readBytes(request, MOST_BYTES)
  if (bytes === null)
    return { refusal: problemAnswer(413, { detail: 'api.detail.too_large', values: { most: MOST_BYTES } }) }
  const posted = parse(bytes)
  if (posted === undefined) return { refusal: problemAnswer(400, { detail: 'api.detail.bad_json' }) }
  const fault = faultOf(posted)
  return fault === null ? { posted } : { refusal: problemAnswer(400, fault) }
}

/** Null as soon as there is more than fits, however long the rest is. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const length = saidLength(request)
  if (length !== undefined && length > most) return null
  // Read whole, it need not become a stream first.
  if (length !== undefined) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = request.body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > most) {
      await reader?.cancel()
      return null
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}

/** Undefined for what is no JSON in UTF-8. */
function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Walks level by level, so that no nesting is deep enough to end the process. */
function faultOf(value: unknown) {
  let level: unknown[] = [value]
  let values = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return { detail: 'api.detail.too_deep', values: { most: DEEPEST } } as const
    if ((values += level.length) > MOST_VALUES)
      return { detail: 'api.detail.too_many', values: { most: MOST_VALUES } } as const
    level = level.flatMap(insideOf)
  }
  return null
}

function insideOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) ? Object.values(value) : []
}
