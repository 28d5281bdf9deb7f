import { agreementsAt } from '../agreements/agreement.store'
import type { Db } from '../db/database'
import { measuresAt } from '../measures/measure.store'
import { namesOfUsers } from '../users/user.store'
import type { User } from '../users/user'
import { type Draft, type DraftLine, isEditable, roleOn } from './draft'
import { countDraftsOf, draftsOf, findDraft, submittedDrafts } from './draft.store'

/** A draft of an account's own that it may change, as its form tells of it; null for any other. */
export async function ownDraft(db: Db, id: string, userId: string) {
  const draft = id === '' ? undefined : await findDraft(db, id)
  if (!draft || draft.userId !== userId || !isEditable(draft)) return null
  return { id: draft.id, changedAt: draft.changedAt, returns: await returnsShown(db, draft) }
}

/** What reviewers said of a draft, with their names. */
export async function returnsShown(db: Db, { returns }: Draft) {
  const names = await namesOfUsers(
    db,
    returns.map(({ by }) => by),
  )
  return returns.map(({ at, by, comment }) => ({ at, by: names.get(by) ?? '', comment }))
}

/** The drafts of others that wait for this person. */
export async function draftsToReview(db: Db, user: User): Promise<DraftLine[]> {
  return (await submittedDrafts(db)).filter((draft) => roleOn(user, draft) === 'reviewer')
}

/** How many drafts are a person's own, and how many wait for them. */
export const deskOf = async (db: Db, user: User) => ({
  drafts: await countDraftsOf(db, user.id),
  review: (await draftsToReview(db, user)).length,
})

/** A person's own drafts as a list shows them. */
export async function ownDraftLines(db: Db, user: User) {
  const drafts = await draftsOf(db, user.id)
  const places = await placesOf(db, drafts)
  return Promise.all(
    drafts.map(async (draft) => ({
      ...places(draft),
      id: draft.id,
      state: draft.state,
      changedAt: draft.changedAt,
      kind: draft.values.kind,
      party: draft.values.party,
      asOf: draft.values.as_of,
      returns: await returnsShown(db, draft),
    })),
  )
}

/** What waits for a person, with its author's name. */
export async function reviewLines(db: Db, user: User) {
  const drafts = await draftsToReview(db, user)
  const places = await placesOf(db, drafts)
  const names = await namesOfUsers(
    db,
    drafts.map(({ userId }) => userId),
  )
  return drafts.map((draft) => ({
    ...places(draft),
    id: draft.id,
    kind: draft.said.kind,
    party: draft.said.party,
    changedAt: draft.changedAt,
    author: names.get(draft.userId) ?? '',
  }))
}

/** The titles of what drafts are about, as they are worded now. */
async function placesOf(db: Db, drafts: readonly DraftLine[]) {
  const slugs = [...new Set(drafts.map(({ place }) => place.agreement))]
  const agreements = await agreementsAt(db, null, { slugs })
  const measures = await measuresAt(db, null, { ids: [...new Set(drafts.map(({ measureId }) => measureId))] })
  const titles = new Map(agreements.map(({ agreement }) => [agreement.slug, agreement.title]))
  const measureTitles = new Map(measures.map(({ measure }) => [measure.id, measure.title]))
  return ({ place, measureId }: DraftLine) => ({
    agreement: { slug: place.agreement, title: titles.get(place.agreement) ?? place.agreement },
    measure: { code: place.code, title: measureTitles.get(measureId) ?? place.code },
  })
}
