import type { Instant } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { InstantText } from '../ui/day'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

/** A draft as the form that it was opened in tells of it. */
export interface DraftShown {
  id: string
  changedAt: Instant
  /** Oldest first. */
  returns: readonly ReturnShown[]
}

/** That somebody gave a draft back, and why. */
export interface ReturnShown {
  at: Instant
  /** Their name. */
  by: string
  comment: string
}

/** What reviewers said, the last first. */
export function Returns({ returns }: { returns: readonly ReturnShown[] }) {
  const t = useT()
  return (
    <>
      {returns.toReversed().map(({ at, by, comment }) => (
        <div class="banner">
          <p>
            {t.rich('drafts.returned_by', {
              by,
              at: <InstantText at={at} />,
              who: (words) => <b>{words}</b>,
            })}
          </p>
          <Told text={comment} />
        </div>
      ))}
    </>
  )
}

/** Says that the form is a draft of one's own, and what came back with it. */
export function DraftBanner({ draft, saved }: { draft: DraftShown; saved: boolean }) {
  const t = useT()
  const at = <InstantText at={draft.changedAt} />
  return (
    <>
      <p class={saved ? 'banner good' : 'banner'} role={saved ? 'status' : undefined}>
        {t.rich(saved ? 'drafts.saved' : 'drafts.is_draft', { at })}
      </p>
      <Returns returns={draft.returns} />
    </>
  )
}

/** Throws a draft away, in two steps. */
export function DeleteDraft({ id }: { id: string }) {
  const t = useT()
  return (
    <details>
      <summary>{t('drafts.delete')}</summary>
      <form method="post" action={paths.deleteDraft(id)}>
        <p>{t('drafts.delete_lead')}</p>
        <button type="submit" class="quiet">
          {t('drafts.delete_now')}
        </button>
      </form>
    </details>
  )
}
