import type { EvidenceFile, FileType } from '../../src/evidence/file'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { useT, type Words } from './words'

const TYPE_WORDS: Record<FileType, MessageKey> = {
  'application/pdf': 'evidence.type.application/pdf',
  'image/png': 'evidence.type.image/png',
  'image/jpeg': 'evidence.type.image/jpeg',
  'image/webp': 'evidence.type.image/webp',
  'image/gif': 'evidence.type.image/gif',
  'text/plain': 'evidence.type.text/plain',
}

/** "1.2 MB", to two figures; bytes below a thousand. */
export function sizeWords(t: Words, bytes: number): string {
  if (bytes < 1_000) return t('evidence.bytes', { size: bytes })
  const [key, unit] =
    bytes < 1_000_000
      ? (['evidence.kilobytes', 1_000] as const)
      : (['evidence.megabytes', 1_000_000] as const)
  return t(key, { size: Number((bytes / unit).toPrecision(2)) })
}

/** A file that is kept: what it is called and is, how large it is, and the hash by which it can be told from any other. */
export function FileLine({ file }: { file: EvidenceFile }) {
  const t = useT()
  const { sha256, name, type, size } = file
  return (
    <small class="facts file">
      <a href={paths.file(sha256)} dir="auto">
        {name}
      </a>
      <span>{t(TYPE_WORDS[type])}</span>
      <span>{sizeWords(t, size)}</span>
      <span>{t.rich('evidence.hash', { sha256, code: (words) => <code class="hash">{words}</code> })}</span>
    </small>
  )
}
