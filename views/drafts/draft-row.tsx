import type { DraftState } from '../../src/drafts/draft'
import type { Instant } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { PlaceNamed } from '../status-reports/measure-kicker'
import { Go } from '../ui/asked'
import { InstantText } from '../ui/day'
import { nameOf, type Names } from '../ui/names'
import { useT, type Words } from '../ui/words'

/** A draft as a line of a list; what it says may be unfinished. */
export interface DraftLine extends PlaceNamed {
  id: string
  kind: string | null
  /** Whose claim it is. */
  party: string | null
  changedAt: Instant
}

const CHANGED = {
  open: 'drafts.saved_at',
  submitted: 'drafts.sent_at',
  returned: 'drafts.returned_at',
  recorded: 'drafts.saved_at',
  deleted: 'drafts.saved_at',
} as const

/** What the draft is about, as far as its author has said. */
export function draftWords(t: Words, { kind, party, measure }: DraftLine, names: Names): string {
  if (kind === 'finding') return t('drafts.finding_on', { measure: measure.title })
  if (kind === 'claim' && party)
    return t('drafts.claim_on', { measure: measure.title, party: nameOf(names, party) })
  return t('drafts.report_on', { measure: measure.title })
}

export function DraftRow({ draft, names, state }: { draft: DraftLine; names: Names; state: DraftState }) {
  const t = useT()
  const at = <InstantText at={draft.changedAt} />
  return (
    <>
      <Go href={paths.draft(draft.id)}>
        <span dir="auto">{draftWords(t, draft, names)}</span>
      </Go>
      <small class="facts">
        <span dir="auto">{draft.agreement.title}</span>
        <span>{t.rich(CHANGED[state], { at })}</span>
      </small>
    </>
  )
}
