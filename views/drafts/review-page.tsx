import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import type { ReportValues } from '../../src/status-reports/report-values'
import type { ReportWording } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { ChangeRow } from '../ledger/change'
import type { Change } from '../ledger/change-words'
import { FilingHead, Owed } from '../status-reports/filing-head'
import type { PlaceNamed } from '../status-reports/measure-kicker'
import { NewerReports } from '../status-reports/newer-reports'
import { BeforeAndAfter } from '../status-reports/report-preview-page'
import { Go } from '../ui/asked'
import { Hidden, TextArea } from '../ui/controls'
import { InstantText } from '../ui/day'
import type { Names } from '../ui/names'
import type { ReportView } from '../ui/report-card'
import { useT, wordsIn } from '../ui/words'
import { DraftWords } from './draft-page'
import { type DraftShown, Returns } from './draft-shown'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed & {
    agreement: { parties: string[] }
    measure: { criterion: string | null; owedBy: string[] }
  }
  draft: DraftShown
  version: number
  author: string
  wording: ReportWording | null
  values: ReportValues
  /** What it would do to its measure; null where it cannot enter the record. */
  standings: { before: Standing; after: Standing } | null
  /** What entered on the measure since its author looked. */
  newer: readonly ReportView[]
  changes: readonly Change[]
  /** The last entry that this page knows. */
  seen: number
  /** What keeps it from entering the record, and what is wrong with the comment. */
  problems: readonly Problem[]
  comment: string
  notice?: MessageKey | undefined
}

function Changes({ changes, names }: Props) {
  const t = useT()
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{t('drafts.changes_heading')}</h2>
      <ul class="changes">
        {changes.map((change) => (
          <ChangeRow change={change} names={names} />
        ))}
      </ul>
    </section>
  )
}

function Decide({ draft, version, seen, standings, comment, problems }: Props) {
  const t = useT()
  return (
    <section>
      <h2>{t('drafts.decide_heading')}</h2>
      {standings === null ? null : (
        <form method="post" action={paths.approveDraft(draft.id)} class="form">
          <p>{t('drafts.approve_lead')}</p>
          <Hidden name="version" value={String(version)} />
          <Hidden name="seen" value={String(seen)} />
          <div class="joined">
            <button type="submit">{t('drafts.approve')}</button>
          </div>
        </form>
      )}
      <form method="post" action={paths.returnDraft(draft.id)} class="form">
        <TextArea
          name="comment"
          label={t('drafts.comment')}
          hint={t('drafts.comment_hint')}
          value={comment}
          problems={problems}
        />
        <Hidden name="version" value={String(version)} />
        <div class="joined">
          <button type="submit" class="quiet">
            {t('drafts.return')}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Another's draft before the second person: what it says, what it would do, and what changed since it was written. */
export function ReviewPage(props: Props) {
  const { frame, names, place, draft, author, standings, newer, problems, notice } = props
  const { measure } = place
  const t = wordsIn(frame.locale)
  const title = t('drafts.review_one', { measure: measure.title })
  return (
    <Page frame={frame} title={title} dated={false}>
      <FilingHead place={place} title={title} problems={problems} notice={notice} />
      <p>
        {t.rich('drafts.sent_by', {
          author,
          at: <InstantText at={draft.changedAt} />,
          who: (words) => <b>{words}</b>,
        })}
      </p>
      <Owed measure={measure} names={names} />
      <section id="draft">
        <h2>{t('filing.draft_heading')}</h2>
        <DraftWords {...props} />
      </section>
      <NewerReports newer={newer} names={names} heading="drafts.newer_heading" />
      <Changes {...props} />
      {standings === null ? null : <BeforeAndAfter {...props} {...standings} />}
      <Decide {...props} />
      <Returns returns={draft.returns} />
      <p>
        <Go href={paths.review}>{t('drafts.back_to_review')}</Go>
      </p>
    </Page>
  )
}
