import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { MOST_FILE_BYTES } from '../evidence/file'
import type { Fields } from '../lib/fields'
import { readFields } from './form'
import {
  isMultipart,
  MOST_FILES_BYTES,
  MOST_FORM_BYTES,
  MOST_READ_BYTES,
  MOST_VALUES,
  tooLarge,
} from './limits'

/** A file as a form sent it: of which field, and the how manieth of that name. */
export interface SentFile {
  field: string
  place: number
  name: string
  bytes: Uint8Array
  /** Why its bytes were let go of: it was too large, or too much together with those before it. */
  left: 'too_large' | 'too_many' | null
}

export interface SentForm {
  fields: Fields
  files: SentFile[]
}

/**
 * The fields and files of a posted form. Of a file that is too large only the name is kept, and of the form everything else.
 * Without `withFiles` no byte of a file is kept. Throws 400 for what is no form, 413 for more than is read at all.
 */
export async function readSentForm(c: Context, { withFiles = true } = {}): Promise<SentForm> {
  const type = c.req.header('content-type')
  if (!isMultipart(type)) return { fields: await readFields(c), files: [] }
  if (Number(c.req.header('content-length') ?? 0) > MOST_READ_BYTES) throw tooLarge(MOST_READ_BYTES)
  const form = collecting(type ?? '', withFiles)
  const source = limited(c.req.raw.body)
  await pipeline(source, form.parser).catch((error: unknown) => {
    throw error instanceof HTTPException ? error : new HTTPException(400)
  })
  return form.collected()
}

async function* limited(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of body ?? []) {
    if ((read += chunk.byteLength) > MOST_READ_BYTES) throw tooLarge(MOST_READ_BYTES)
    yield chunk
  }
}

const LIMITS = {
  fieldNameSize: 100,
  fieldSize: MOST_FORM_BYTES,
  fileSize: MOST_FILE_BYTES + 1,
  headerPairs: 20,
  headerSize: 8_192,
}

/** A parser, and what it has read by its end. */
function collecting(type: string, withFiles: boolean) {
  const fields = new Map<string, string[]>()
  const files: SentFile[] = []
  let [values, textBytes, fileBytes] = [0, 0, 0]
  const count = () => {
    if ((values += 1) > MOST_VALUES) parser.destroy(tooLarge(MOST_FORM_BYTES))
  }
  const parser = openParser(type)
  parser.on('field', (name, value) => {
    count()
    textBytes += Buffer.byteLength(value)
    if (textBytes > MOST_FORM_BYTES) parser.destroy(tooLarge(MOST_FORM_BYTES))
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  })
  parser.on('file', (field, stream, name) => {
    count()
    if (!withFiles) return void stream.resume()
    const place = files.filter((other) => other.field === field).length
    const file: SentFile = { field, place, name, bytes: new Uint8Array(), left: null }
    files.push(file)
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => {
      if (stream.bytesRead > MOST_FILE_BYTES) file.left ??= 'too_large'
      else if (fileBytes + chunk.byteLength > MOST_FILES_BYTES) file.left ??= 'too_many'
      if (file.left === null) {
        chunks.push(chunk)
        fileBytes += chunk.byteLength
      } else for (const one of chunks.splice(0)) fileBytes -= one.byteLength
    })
    stream.on('end', () => {
      file.bytes = Buffer.concat(chunks)
    })
  })
  return {
    parser,
    collected: (): SentForm => ({ fields: Object.fromEntries(fields), files: files.filter(isChosen) }),
  }
}

// A browser sends a nameless nothing for each control in which no file was chosen.
const isChosen = ({ name, bytes, left }: SentFile): boolean =>
  (name ?? '') !== '' || bytes.byteLength > 0 || left !== null

function openParser(type: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  } catch {
    throw new HTTPException(400)
  }
}
