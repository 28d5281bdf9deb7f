import { paths } from '../../src/paths'
import { blankValues } from '../../src/status-reports/report-values'
import { StrandedDraftPage, WaitingDraftPage } from '../../views/drafts/draft-page'
import { DraftsPage, type OwnDraft } from '../../views/drafts/drafts-page'
import { NotWaitingPage } from '../../views/drafts/not-waiting-page'
import { ReviewPage } from '../../views/drafts/review-page'
import { ReviewQueuePage } from '../../views/drafts/review-queue-page'
import { ReportFormPage } from '../../views/status-reports/report-form-page'
import type { Frame } from '../../views/layout/frame'
import type { Rendered } from './html'
import { agreement, frame, names } from './sample'
import { fence, fenceReports, history } from './sample-measures'

const AT = '2026-11-22T09:30:00.000Z'
const viewer = { name: 'Amina Khan', roles: ['reporter'], party: 'pakistan' }
const at = (address: string): Frame => ({ ...frame, address, viewer, desk: { drafts: 3, review: 1 } })
const place = { agreement, measure: fence.measure }
const draft = {
  id: 'd1',
  changedAt: AT,
  returns: [{ at: AT, by: 'Victor Noor', comment: 'Which order?\nName its <number>.' }],
}
const values = {
  ...blankValues('2026-11-22'),
  kind: 'claim',
  party: 'pakistan',
  summary: 'باڑ <b>مکمل</b>',
  draft: 'd1',
}
const report = fenceReports[2]!

/** What waits on somebody's desk. */
export const ownDrafts: OwnDraft[] = (['open', 'submitted', 'returned'] as const).map((state, i) => ({
  id: `d${i}`,
  agreement,
  measure: fence.measure,
  kind: i === 0 ? '' : 'claim',
  party: i === 0 ? '' : 'pakistan',
  changedAt: AT,
  state,
  returns: state === 'returned' ? draft.returns : [],
}))
export const toReview = [{ ...ownDrafts[1]!, author: 'Vera Stein' }]

const form = {
  names,
  place,
  offer: { kinds: ['claim' as const], channels: ['own' as const], parties: ['pakistan'] },
  values,
  problems: [],
  last: history.slice(0, 2),
  corrects: null,
  draft,
  saved: true,
}
const review = { names, place, draft, version: 3, author: 'Vera Stein', values, seen: 412, comment: '' }

export const draftPages: Record<string, Rendered> = {
  'report-form-draft': <ReportFormPage {...form} frame={at('/drafts/d1')} approvals="all" />,
  drafts: <DraftsPage frame={at(paths.drafts)} names={names} drafts={ownDrafts} review={1} deleted />,
  'drafts-none': <DraftsPage frame={at(paths.drafts)} names={names} drafts={[]} review={0} deleted={false} />,
  'review-queue': <ReviewQueuePage frame={at(paths.review)} names={names} drafts={toReview} returned />,
  'draft-waiting': (
    <WaitingDraftPage
      {...{ names, place, draft, values }}
      frame={at('/drafts/d1')}
      wording={report}
      waitsFor="reporter"
      able={0}
    />
  ),
  'draft-stranded': (
    <StrandedDraftPage
      {...{ names, place, draft, values }}
      frame={at('/drafts/d1')}
      why="drafts.measure_withdrawn"
    />
  ),
  review: (
    <ReviewPage
      {...review}
      frame={at('/drafts/d1')}
      wording={report}
      standings={{ before: fence.standing, after: fence.standing }}
      newer={history.slice(0, 1)}
      changes={[]}
      problems={[{ field: 'comment', message: 'rules.required' }]}
    />
  ),
  'review-refused': (
    <ReviewPage
      {...review}
      frame={at('/drafts/d1')}
      wording={null}
      standings={null}
      newer={[]}
      changes={[]}
      problems={[{ field: 'draft', message: 'drafts.author_disabled' }]}
      notice="drafts.read_again"
    />
  ),
  'not-waiting': <NotWaitingPage frame={at('/drafts/d1')} became="recorded" by="Victor Noor" report="r1" />,
}
