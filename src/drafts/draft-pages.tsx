import type { Context } from 'hono'
import { NotWaitingPage } from '../../views/drafts/not-waiting-page'
import { StrandedDraftPage, WaitingDraftPage } from '../../views/drafts/draft-page'
import { ReviewPage } from '../../views/drafts/review-page'
import { changesAt } from '../dashboards/changes.queries'
import type { Deps } from '../deps'
import type { MessageKey } from '../messages/messages'
import { findStanding } from '../measures/place.store'
import type { Problem } from '../messages/problem'
import { previewStatusReport } from '../status-reports/preview-status-report'
import { type FrameOf, reportPages } from '../status-reports/report-pages'
import { offerTo } from '../status-reports/report-permissions'
import { placeOf, sightOf } from '../status-reports/report-sight.queries'
import { penFor } from '../users/pens'
import type { User } from '../users/user'
import { allUsers, findUser, namesOfUsers } from '../users/user.store'
import type { Draft } from './draft'
import { returnsShown } from './draft.queries'
import { approverOf, type FourEyes } from './four-eyes'
import { judgeDraft, type NotInReview } from './judge-draft'
import { readDraft } from './read-draft'

/** What the pages of drafts are made from. */
export interface Desk {
  deps: Deps
  fourEyes: FourEyes
  frameOf: FrameOf
}

const MOST_CHANGES = 50

async function around({ deps, frameOf }: Desk, c: Context, draft: Draft) {
  const place = await placeOf(deps.db.read, { measure: draft.place })
  const { head, names, history } = await sightOf(deps, place)
  const shown = {
    id: draft.id,
    changedAt: draft.changedAt,
    returns: await returnsShown(deps.db.read, draft),
  }
  return { frame: await frameOf(c), place, head, names, history, draft: shown }
}

/** A draft of one's own to go on with: in the form, or as it was typed where nothing can be reported any more. */
export async function editPage(desk: Desk, c: Context, user: User, draft: Draft): Promise<Response> {
  const { deps } = desk
  const { agreement, code } = draft.place
  const place = await findStanding(deps.db.read, agreement, code)
  const offer = place && offerTo(user, place.agreement.parties)
  const saved = c.req.query('saved') !== undefined
  if (place && offer)
    return reportPages({ ...desk, user }, c, place, offer).form({ values: draft.values, saved })
  const why = place ? 'filing.forbidden_place' : 'drafts.measure_withdrawn'
  return c.html(<StrandedDraftPage {...await around(desk, c, draft)} values={draft.values} why={why} />)
}

/** A draft of one's own that waits for a second person. */
export async function waitingPage(desk: Desk, c: Context, user: User, draft: Draft): Promise<Response> {
  const { read } = readDraft(draft, user)
  const capacity = penFor(user, draft.said)?.capacity
  const able = (await allUsers(desk.deps.db.read)).filter((other) => approverOf(other, draft.said, user))
  return c.html(
    <WaitingDraftPage
      {...await around(desk, c, draft)}
      wording={'wording' in read ? read.wording : null}
      values={draft.values}
      waitsFor={capacity === 'reporter' || capacity === 'editor' ? capacity : 'verifier'}
      able={able.length}
    />,
  )
}

interface Reviewing {
  comment?: string
  problems?: readonly Problem[]
  notice?: MessageKey
  status?: 200 | 409 | 422
}

/** Another's draft, for the person who may let it in. */
export async function reviewPage(
  desk: Desk,
  c: Context,
  draft: Draft,
  asked: Reviewing = {},
): Promise<Response> {
  const { deps } = desk
  const db = deps.db.read
  const author = await findUser(db, draft.userId)
  if (!author) throw new Error(`the author of draft ${draft.id} has no account`)
  const { frame, place, names, head, history, draft: shown } = await around(desk, c, draft)
  const { read, seen } = readDraft(draft, author)
  const judged = await judgeDraft(db, draft, author, deps.clock())
  const previewed =
    judged.outcome === 'fit'
      ? await previewStatusReport(deps, { actor: judged.actor, place: draft.place, read, seen: null })
      : null
  const since = seen ?? head
  const { agreement, code: measure } = draft.place
  const changes = await changesAt(db, { agreements: [agreement], measure, limit: MOST_CHANGES })
  return c.html(
    <ReviewPage
      frame={frame}
      names={names}
      place={place}
      draft={shown}
      version={draft.version}
      author={author.name}
      wording={'wording' in read ? read.wording : null}
      values={draft.values}
      standings={previewed?.outcome === 'would stand' ? previewed : null}
      newer={history.filter(({ report }) => report.entry > since)}
      changes={changes.filter(({ entry }) => entry.n > since && entry.kind !== 'report_recorded')}
      seen={head}
      problems={eachOnce([
        ...(judged.outcome === 'refused' ? judged.problems : []),
        ...(asked.problems ?? []),
      ])}
      comment={asked.comment ?? ''}
      notice={asked.notice}
    />,
    asked.status ?? 200,
  )
}

const eachOnce = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ field }, i) => problems.findIndex((other) => other.field === field) === i)

/** Tells a reviewer why a draft does not wait as they read it; another's draft that they may not know of is not there. */
export async function notInReview(
  desk: Desk,
  c: Context,
  draft: Draft,
  outcome: NotInReview,
): Promise<Response> {
  if (outcome.outcome === 'no such draft') return c.notFound()
  if (outcome.outcome === 'changed')
    return reviewPage(desk, c, draft, { notice: 'drafts.read_again', status: 409 })
  const by = outcome.outcome === 'taken back' ? draft.userId : outcome.by
  const names = await namesOfUsers(desk.deps.db.read, [by])
  return c.html(
    <NotWaitingPage
      frame={await desk.frameOf(c)}
      became={outcome.outcome}
      by={names.get(by) ?? ''}
      report={outcome.outcome === 'recorded' ? outcome.report : null}
    />,
    409,
  )
}
