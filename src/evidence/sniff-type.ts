import { fileTypeFromBuffer } from 'file-type'
import { FILE_TYPES, type FileType } from './file'

// Enough for every signature that counts here, and too little for anything packed to be worth unpacking.
const SIGNATURE_BYTES = 4_100
// eslint-disable-next-line no-control-regex -- what text does not hold
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** What some bytes are, judged by themselves; null for what is not taken. Whatever is whole UTF-8 text is text. */
export async function sniffType(bytes: Uint8Array): Promise<FileType | null> {
  if (bytes.byteLength === 0) return null
  const found = await signatureOf(bytes.subarray(0, SIGNATURE_BYTES))
  return FILE_TYPES.find((type) => type === found) ?? (isText(bytes) ? 'text/plain' : null)
}

// What is broken within its first bytes has no signature.
const signatureOf = async (start: Uint8Array): Promise<string | undefined> =>
  (await fileTypeFromBuffer(start).catch(() => undefined))?.mime

function isText(bytes: Uint8Array): boolean {
  try {
    return !NO_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
