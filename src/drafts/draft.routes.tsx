import { type Context, Hono } from 'hono'
import { DraftsPage } from '../../views/drafts/drafts-page'
import { ReviewQueuePage } from '../../views/drafts/review-queue-page'
import { type Fields, first } from '../lib/fields'
import { partyNames } from '../parties/party.store'
import { paths } from '../paths'
import { signedIn, type SignedIn } from '../users/signed-in'
import { readFields } from '../web/form'
import { type Approved, approveDraft } from './approve-draft'
import { deleteDraft } from './delete-draft'
import { type Desk, editPage, notInReview, reviewPage, waitingPage } from './draft-pages'
import { draftsToReview, ownDraftLines, reviewLines } from './draft.queries'
import { findDraft } from './draft.store'
import { isEditable, roleOn } from './draft'
import { type GivenBack, returnDraft } from './return-draft'
import { withdrawDraft } from './withdraw-draft'

/** One's own drafts, and what waits for one's approval. Nothing of it may be kept by anybody on the way. */
export const draftRoutes = (desk: Desk) =>
  new Hono<SignedIn>()
    .use('/drafts/*', kept)
    .use(paths.review, kept)
    .get(paths.drafts, signedIn, async (c) => {
      const db = desk.deps.db.read
      return c.html(
        <DraftsPage
          frame={await desk.frameOf(c)}
          names={await partyNames(db, null)}
          drafts={await ownDraftLines(db, c.var.user)}
          review={(await draftsToReview(db, c.var.user)).length}
          deleted={c.req.query('deleted') !== undefined}
        />,
      )
    })
    .get(paths.review, signedIn, async (c) => {
      const db = desk.deps.db.read
      return c.html(
        <ReviewQueuePage
          frame={await desk.frameOf(c)}
          names={await partyNames(db, null)}
          drafts={await reviewLines(db, c.var.user)}
          returned={c.req.query('returned') !== undefined}
        />,
      )
    })
    .get('/drafts/:id', signedIn, async (c) => {
      const { user } = c.var
      const draft = await findDraft(desk.deps.db.read, c.req.param('id'))
      const role = draft && roleOn(user, draft)
      if (!draft || !role) return c.notFound()
      if (draft.report !== null) return c.redirect(paths.report(draft.report), 303)
      if (role === 'reviewer') return reviewPage(desk, c, draft)
      return isEditable(draft) ? editPage(desk, c, user, draft) : waitingPage(desk, c, user, draft)
    })
    .post('/drafts/:id/delete', signedIn, async (c) => {
      const id = c.req.param('id')
      const deleted = await deleteDraft(desk.deps, c.var.user.id, id)
      if (deleted === 'no such draft') return c.notFound()
      // What waits or was recorded is shown as what it is now.
      return c.redirect(deleted === 'deleted' ? `${paths.drafts}?deleted` : paths.draft(id), 303)
    })
    .post('/drafts/:id/withdraw', signedIn, async (c) => {
      const id = c.req.param('id')
      const { outcome } = await withdrawDraft(desk.deps, c.var.user.id, id)
      return outcome === 'no such draft' ? c.notFound() : c.redirect(paths.draft(id), 303)
    })
    .post('/drafts/:id/approve', signedIn, async (c) => {
      const id = c.req.param('id')
      const fields = await readFields(c)
      const read = { id, version: wholeIn(fields, 'version') ?? 0, seen: wholeIn(fields, 'seen') }
      const approved = await approveDraft(desk.deps, c.var.user, read)
      if (approved.outcome === 'approved') return c.redirect(paths.report(approved.report), 303)
      return whereItIs(desk, c, id, approved)
    })
    .post('/drafts/:id/return', signedIn, async (c) => {
      const id = c.req.param('id')
      const fields = await readFields(c)
      const comment = first(fields, 'comment')
      const read = { id, version: wholeIn(fields, 'version') ?? 0, comment }
      const returned = await returnDraft(desk.deps, c.var.user, read)
      if (returned.outcome === 'given back') return c.redirect(`${paths.review}?returned`, 303)
      return whereItIs(desk, c, id, returned, comment)
    })

const kept = async (c: Context, next: () => Promise<void>) => {
  await next()
  c.header('cache-control', 'private, no-cache')
}

const wholeIn = (fields: Fields, name: string): number | null =>
  /^\d{1,15}$/.test(first(fields, name)) ? Number(first(fields, name)) : null

type Undecided = Exclude<Approved | GivenBack, { outcome: 'approved' | 'given back' }>

/** The draft again for whoever could not decide on it as they read it. */
async function whereItIs(desk: Desk, c: Context, id: string, undecided: Undecided, comment = '') {
  const draft = await findDraft(desk.deps.db.read, id)
  if (!draft) return c.notFound()
  switch (undecided.outcome) {
    case 'refused':
      return reviewPage(desk, c, draft, { problems: undecided.problems, comment, status: 422 })
    case 'overtaken':
      return reviewPage(desk, c, draft, { notice: 'drafts.overtaken', status: 409 })
    default:
      return notInReview(desk, c, draft, undecided)
  }
}
