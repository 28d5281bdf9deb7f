import { comparedTexts, type Piece, sideOf } from '../../src/lib/compare'
import type { Difference, Facet } from './facets'
import { Table } from './table'
import { directionOf, useT } from './words'

function Marked({ piece: { text, change } }: { piece: Piece }) {
  if (change === 'removed') return <del>{text}</del>
  return change === 'added' ? <ins>{text}</ins> : <>{text}</>
}

/** One side of a difference, what went or came marked in it. */
function Side({ facet, pieces }: { facet: Facet; pieces: readonly Piece[] }) {
  const t = useT()
  const { text, language } = facet
  if (text === null) return <i class="unknown">{t('ui.unknown')}</i>
  const foreign = language && language !== t.locale
  return (
    <p class="told" lang={foreign ? language : undefined} dir={foreign ? directionOf(language) : 'auto'}>
      {pieces.map((piece) => (
        <Marked piece={piece} />
      ))}
    </p>
  )
}

interface Props {
  caption: string
  differences: readonly Difference[]
  /** What the two sides are called. */
  before: string
  after: string
}

/** Two wordings side by side, only where they differ. */
export function Comparison({ caption, differences, before, after }: Props) {
  const t = useT()
  const rows = differences.map((difference) => ({
    ...difference,
    pieces: comparedTexts(difference.before.text ?? '', difference.after.text ?? ''),
  }))
  return (
    <Table<(typeof rows)[number]>
      caption={caption}
      quiet
      class="table compared"
      rows={rows}
      columns={[
        { head: t('revisions.field'), names: true, cell: ({ name }) => name },
        { head: before, cell: (row) => <Side facet={row.before} pieces={sideOf(row.pieces, 'removed')} /> },
        { head: after, cell: (row) => <Side facet={row.after} pieces={sideOf(row.pieces, 'added')} /> },
      ]}
    />
  )
}
