import type { Figure } from './figures'
import type { Load, Measured } from './load'
import { type Outcome, ratioOf, seriesOf } from './measure'

const ROUNDS = 3
const SECONDS = 3

/** What is read and what is filed at the same time. */
export interface MixedFigure {
  reading: Figure
  filing: Figure
}

/** Reads while somebody files, on ours and on the bare server in turn; reader and writer ask from processes of their own. */
export async function measureMixed(
  { reader, writer }: { reader: Load; writer: Load },
  { reading, filing }: MixedFigure,
  at: { ours: string; bare: string },
): Promise<Outcome[]> {
  const got = { ours: [], bare: [] } as Record<'ours' | 'bare', { read: Measured; filed: Measured }[]>
  for (let round = 0; round <= ROUNDS; round++)
    for (const side of ['ours', 'bare'] as const) {
      const job = ({ connections, keyed = false, ...figure }: Figure) => ({
        ...{ address: at[side], requests: figure[side], connections, keyed, seconds: SECONDS },
        from: round * 331,
      })
      const [read, filed] = await Promise.all([
        reader.run(job(reading), reading.expected),
        writer.run(job(filing), filing.expected),
      ])
      // The first round warms up.
      if (round > 0) got[side].push({ read, filed })
    }
  const outcome = (name: string, what: 'read' | 'filed'): Outcome => {
    const ours = { name: 'ours', got: got.ours.map((each) => each[what]) }
    const bare = { name: 'bare', got: got.bare.map((each) => each[what]) }
    return {
      ...{ name, aim: null, ours: seriesOf(ours), bare: seriesOf(bare) },
      ...{ ratio: ratioOf(ours, bare), also: [] },
    }
  }
  return [outcome(reading.name, 'read'), outcome(filing.name, 'filed')]
}
