import type { DraftState } from '../../src/drafts/draft'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Empty } from '../ui/empty'
import type { Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { DraftRow, type DraftLine } from './draft-row'
import { type ReturnShown, Returns } from './draft-shown'

/** A draft of one's own. */
export interface OwnDraft extends DraftLine {
  state: DraftState
  /** Oldest first. */
  returns: readonly ReturnShown[]
}

interface Props {
  frame: Frame
  names: Names
  drafts: readonly OwnDraft[]
  /** How many drafts of others wait for the viewer. */
  review: number
  /** Whether one was deleted just now. */
  deleted: boolean
}

const HEADINGS = {
  returned: 'drafts.heading.returned',
  open: 'drafts.heading.open',
  submitted: 'drafts.heading.submitted',
} as const

function Group({ state, drafts, names }: Pick<Props, 'drafts' | 'names'> & { state: keyof typeof HEADINGS }) {
  const t = useT()
  const some = drafts.filter((draft) => draft.state === state)
  if (some.length === 0) return null
  return (
    <section>
      <h2>{t(HEADINGS[state])}</h2>
      <ul class="plain">
        {some.map((draft) => (
          <li class="report-row">
            <DraftRow draft={draft} names={names} state={state} />
            {state === 'returned' ? <Returns returns={draft.returns.slice(-1)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One's own drafts: what came back first. */
export function DraftsPage(props: Props) {
  const { frame, drafts, review, deleted } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('drafts.title')} dated={false}>
      <h1>{t('drafts.title')}</h1>
      {deleted ? (
        <p class="banner good" role="status">
          {t('drafts.deleted')}
        </p>
      ) : null}
      <p>{t('drafts.lead')}</p>
      {review > 0 ? (
        <p>
          <Go href={paths.review}>{t('drafts.review_count', { count: review })}</Go>
        </p>
      ) : null}
      {drafts.length === 0 ? <Empty>{t('drafts.none')}</Empty> : null}
      <Group {...props} state="returned" />
      <Group {...props} state="open" />
      <Group {...props} state="submitted" />
    </Page>
  )
}
