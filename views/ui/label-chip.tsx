import type { Label } from '../../src/standing/standing.types'
import { LABEL_WORDS } from './kinds'
import { useT } from './words'

/** The label's shape alone, for beside its word; the shapes themselves are in the page's `Marks`. */
export const LabelMark = ({ label }: { label: Label }) => (
  <svg class={`mark ${label}`} aria-hidden="true">
    <use href={`#mark-${label}`} />
  </svg>
)

/** A label as word, shape and colour together. */
export function LabelChip({ label }: { label: Label }) {
  const t = useT()
  return (
    <span class="chip">
      <LabelMark label={label} />
      {t(LABEL_WORDS[label])}
    </span>
  )
}
