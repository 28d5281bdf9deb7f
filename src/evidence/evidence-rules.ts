import type { Problem } from '../messages/problem'
import type { Evidence } from './evidence'
import type { KeptFile } from './file'

/** What keeps evidence from naming its files: each must be one of those known, and be what it is said to be. */
export const problemsWithFiles = (
  evidence: readonly Evidence[],
  known: ReadonlyMap<string, KeptFile>,
): Problem[] =>
  evidence.flatMap(({ file }, position): Problem[] => {
    if (!file) return []
    const kept = known.get(file.sha256)
    const field = `evidence.${position}.file`
    if (!kept) return [{ field, message: 'rules.file.gone' }]
    return kept.type === file.type && kept.size === file.size
      ? []
      : [{ field, message: 'rules.file.differs' }]
  })
