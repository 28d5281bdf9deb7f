import type { Mark, MarkKind } from './positions'

/** The shape of a mark, around the middle of its place. */
export function MarkShape({ party, foreign }: Pick<Mark, 'party' | 'foreign'>) {
  if (party === null) return <path d="M0 -8L8 0L0 8L-8 0z" />
  if (foreign) return <rect x="-6" y="-6" width="12" height="12" />
  return <circle r="6.5" />
}

const SHOWN: Record<MarkKind, Pick<Mark, 'party' | 'foreign'>> = {
  own: { party: '', foreign: false },
  public_source: { party: '', foreign: false },
  foreign: { party: '', foreign: true },
  finding: { party: null, foreign: false },
}

/** A mark beside the words that explain it. */
export const LegendMark = ({ kind }: { kind: MarkKind }) => (
  <svg class={`position legend-mark ${kind}`} viewBox="-9 -9 18 18" aria-hidden="true">
    <MarkShape {...SHOWN[kind]} />
  </svg>
)
