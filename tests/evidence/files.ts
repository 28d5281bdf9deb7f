import type { Posted } from '../status-reports/site'

/** The smallest file of each kind that is kept, and others that are not. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(20),
])
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
export const WEBP = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64')
export const TEXT = Buffer.from('مرز باز است\nThe line was tested.\n')
/** An archive, as a word processor saves it too. */
export const ZIP = Buffer.from(
  'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIUABQAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==',
  'base64',
)
export const EXE = Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex')

/** One part of a form that sends files. */
export interface Part {
  name: string
  bytes: Uint8Array
  type?: string
}
type PostedParts = Record<string, string | Part | null | readonly (string | Part | null)[]>

/** A form as a browser sends it that has controls for files; null is a control in which none was chosen. */
export function formWith(fields: Posted, parts: PostedParts = {}): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries({ ...fields, ...parts }))
    for (const value of [values].flat()) {
      if (typeof value === 'string') form.append(name, value)
      else if (value === null) form.append(name, new File([], ''))
      else form.append(name, new File([new Uint8Array(value.bytes)], value.name, { type: value.type ?? '' }))
    }
  return form
}
