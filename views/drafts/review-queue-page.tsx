import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Empty } from '../ui/empty'
import type { Names } from '../ui/names'
import { wordsIn } from '../ui/words'
import { DraftRow, type DraftLine } from './draft-row'

interface Props {
  frame: Frame
  names: Names
  /** The longest waiting first. */
  drafts: readonly (DraftLine & { author: string })[]
  /** Whether one was given back just now. */
  returned: boolean
}

/** What waits for the viewer's approval. */
export function ReviewQueuePage({ frame, names, drafts, returned }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('drafts.review_title')} dated={false}>
      <h1>{t('drafts.review_title')}</h1>
      {returned ? (
        <p class="banner good" role="status">
          {t('drafts.returned')}
        </p>
      ) : null}
      <p>{t('drafts.review_lead')}</p>
      {drafts.length === 0 ? <Empty>{t('drafts.review_none')}</Empty> : null}
      <ul class="plain">
        {drafts.map((draft) => (
          <li class="report-row">
            <DraftRow draft={draft} names={names} state="submitted" />
            <small>{t('drafts.by', { author: draft.author })}</small>
          </li>
        ))}
      </ul>
    </Page>
  )
}
