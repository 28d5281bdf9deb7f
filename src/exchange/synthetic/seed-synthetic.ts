import type { Deps } from '../../deps'
import { FORMAT } from '../dataset'
import type { Counts, Tally } from '../draft'
import { type Imported, importDataset } from '../import-dataset'
import { NO_FILES } from '../files.queries'
import { NOUNS } from '../nouns'
import { operatorActor } from '../operator.store'
import { madeUpAgreement, type SyntheticSize } from './made-up-agreement'
import { PARTIES } from './words'

/** So much is prepared and committed at once, whatever the size of the whole. */
const REPORTS_AT_ONCE = 4_000

const RECORDED_AT = '2014-01-01T00:00:00.000Z'
const OPTIONS = { keepRecordedAt: true, revise: null, dryRun: false }

/** Adds an invented record, agreement by agreement; the same for the same size and random seed. */
export async function seedSynthetic(
  deps: Deps,
  size: SyntheticSize,
  progress: (done: number) => void = () => {},
): Promise<Imported> {
  const actor = await operatorActor(deps)
  const batch = Math.max(1, Math.floor(REPORTS_AT_ONCE / Math.max(1, size.measures * size.reports)))
  const sum: Tally = { added: {}, revised: {}, withdrawn: {}, unchanged: {} }
  for (let done = 0; done < size.agreements; done += batch) {
    progress(done)
    const numbers = Array.from({ length: Math.min(batch, size.agreements - done) }, (_, i) => done + i + 1)
    const data = {
      format: FORMAT,
      parties: PARTIES.map((party) => ({ ...party, recorded_at: RECORDED_AT })),
      agreements: numbers.map((number) => madeUpAgreement(number, size)),
    }
    const imported = await importDataset(deps, actor, [{ name: 'synthetic', data }], OPTIONS)
    if (imported.outcome === 'refused') return imported
    addUp(sum, imported.tally)
  }
  progress(size.agreements)
  return { outcome: 'imported', tally: sum, files: NO_FILES }
}

function addUp(sum: Tally, { added, revised, withdrawn, unchanged }: Tally): void {
  const add = (counts: Counts, more: Counts) => {
    for (const noun of NOUNS) if (more[noun] !== undefined) counts[noun] = (counts[noun] ?? 0) + more[noun]
  }
  add(sum.added, added)
  add(sum.revised, revised)
  add(sum.withdrawn, withdrawn)
  add(sum.unchanged, unchanged)
}
