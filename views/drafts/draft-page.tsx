import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { ReportValues } from '../../src/status-reports/report-values'
import type { ReportWording } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { DraftCard } from '../status-reports/draft-card'
import { MeasureKicker, type PlaceNamed } from '../status-reports/measure-kicker'
import { InstantText } from '../ui/day'
import type { Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { DeleteDraft, type DraftShown, Returns } from './draft-shown'
import { TypedList } from './typed-list'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed & { measure: { owedBy: string[] } }
  draft: DraftShown
  values: ReportValues
}

/** What a draft says, as a report where it can be read as one. */
export function DraftWords({
  wording,
  values,
  place,
  names,
}: Pick<Props, 'place' | 'values' | 'names'> & { wording: ReportWording | null }) {
  return wording === null ? (
    <TypedList values={values} />
  ) : (
    <DraftCard draft={wording} owedBy={place.measure.owedBy} names={names} />
  )
}

const WAITS_FOR = {
  reporter: 'drafts.waits_for.reporter',
  verifier: 'drafts.waits_for.verifier',
  editor: 'drafts.waits_for.editor',
} as const

/** A draft of one's own while it waits for a second person. */
export function WaitingDraftPage(
  props: Props & {
    wording: ReportWording | null
    waitsFor: keyof typeof WAITS_FOR
    /** How many people could approve it. */
    able: number
  },
) {
  const { frame, place, draft, waitsFor, able } = props
  const t = wordsIn(frame.locale)
  const title = t('drafts.waiting_title', { measure: place.measure.title })
  return (
    <Page frame={frame} title={title} dated={false}>
      <MeasureKicker {...place} />
      <h1 dir="auto">{title}</h1>
      <p class="banner">
        {t.rich('drafts.waits_since', {
          who: t(WAITS_FOR[waitsFor]),
          at: <InstantText at={draft.changedAt} />,
        })}{' '}
        {able === 0 ? t('drafts.nobody_able') : t('drafts.able', { count: able })}
      </p>
      <DraftWords {...props} />
      <form method="post" action={paths.withdrawDraft(draft.id)}>
        <p>{t('drafts.take_back_lead')}</p>
        <button type="submit" class="quiet">
          {t('drafts.take_back')}
        </button>
      </form>
      <Returned {...props} />
    </Page>
  )
}

function Returned({ draft }: Props) {
  const t = useT()
  if (draft.returns.length === 0) return null
  return (
    <section>
      <h2>{t('drafts.returns_heading')}</h2>
      <Returns returns={draft.returns} />
    </section>
  )
}

/** A draft that cannot be recorded any more: all that was typed, and why not. */
export function StrandedDraftPage(props: Props & { why: MessageKey }) {
  const { frame, place, draft, values, why } = props
  const t = wordsIn(frame.locale)
  const title = t('drafts.stranded_title', { measure: place.measure.title })
  return (
    <Page frame={frame} title={title} dated={false}>
      <MeasureKicker {...place} />
      <h1 dir="auto">{title}</h1>
      <p class="banner" role="alert">
        {t(why)}
      </p>
      <Returns returns={draft.returns} />
      <h2>{t('drafts.typed')}</h2>
      <TypedList values={values} />
      <DeleteDraft id={draft.id} />
    </Page>
  )
}
