import { NOUNS } from '../exchange/nouns'
import type { Counts, Tally } from '../exchange/draft'

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

/** What an import did, a line for each kind of thing it did. */
export function tallyLines({ added, revised, withdrawn, unchanged }: Tally): string[] {
  const done = [
    ...counted('added', added),
    ...counted('revised', revised),
    ...counted('withdrawn', withdrawn),
  ]
  return [...(done.length > 0 ? done : ['nothing new']), ...counted('unchanged', unchanged)]
}
