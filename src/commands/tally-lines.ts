import { NOUNS } from '../exchange/nouns'
import type { Counts, Tally } from '../exchange/draft'
import type { FileTally } from '../exchange/files.queries'

const PLURALS: Record<(typeof NOUNS)[number], string> = {
  party: 'parties',
  agreement: 'agreements',
  aim: 'aims',
  assessment: 'assessments',
  measure: 'measures',
  deadline: 'deadlines',
  observation: 'observations',
  note: 'notes',
  report: 'reports',
  reply: 'replies',
}

const counted = (verb: string, counts: Counts): string[] => {
  const parts = NOUNS.flatMap((noun) => {
    const n = counts[noun] ?? 0
    return n === 0 ? [] : [`${n} ${n === 1 ? noun : PLURALS[noun]}`]
  })
  return parts.length === 0 ? [] : [`${verb}: ${parts.join(', ')}`]
}

/** What became of files, and of what is restricted; nothing where there is neither. */
export function fileLines({ kept, missing, withheld }: FileTally): string[] {
  const files = (count: number) => (count === 1 ? '1 file' : `${count} files`)
  return [
    ...(kept > 0 ? [`kept: ${files(kept)}`] : []),
    ...(missing.length > 0 ? [`missing: ${files(missing.length)}; import a dataset that carries them:`] : []),
    ...missing.map(({ sha256, name }) => `  ${sha256} ${name}`),
    ...(withheld > 0 ? [`by commitment only: ${withheld} restricted evidence`] : []),
  ]
}

/** What an import did, a line for each kind of thing it did. */
export function tallyLines({ added, revised, withdrawn, unchanged }: Tally): string[] {
  const done = [
    ...counted('added', added),
    ...counted('revised', revised),
    ...counted('withdrawn', withdrawn),
  ]
  return [...(done.length > 0 ? done : ['nothing new']), ...counted('unchanged', unchanged)]
}
