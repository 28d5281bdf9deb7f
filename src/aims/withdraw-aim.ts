import type { Deps } from '../deps'
import { type Withdrawing, type Withdrew, withdrawThing } from '../ledger/withdraw'
import type { Editing } from '../parties/edit'
import { paths } from '../paths'
import { type AimPlace, findAim, findAssessment } from './find-aim.store'

/** Withdraws an aim, and with it what was said of it from every list. */
export async function withdrawAim(
  deps: Deps,
  { actor, once }: Editing,
  place: AimPlace,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findAim(deps.db.read, place)
  if (!found) return { outcome: 'no such thing' }
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'aim', id: found.aim.id },
    answer: { status: 303, location: paths.aim(place.slug, place.code) },
    find: async (tx) => {
      const now = await findAim(tx, place)
      return now && { agreement: place.slug, measure: null, withdrawn: now.aim.withdrawn }
    },
  })
}

/** Withdraws what somebody said of an aim. */
export async function withdrawAssessment(
  deps: Deps,
  { actor, once }: Editing,
  id: string,
  read: Withdrawing['read'],
): Promise<Withdrew> {
  const found = await findAssessment(deps.db.read, id)
  if (!found) return { outcome: 'no such thing' }
  const { slug } = found.agreement
  return withdrawThing(deps, {
    actor,
    once,
    read,
    subject: { type: 'assessment', id },
    answer: { status: 303, location: `${paths.aim(slug, found.aim.code)}#assessment-${id}` },
    find: async (tx) => {
      const now = await findAssessment(tx, id)
      return now && { agreement: slug, measure: null, withdrawn: now.assessment.withdrawn }
    },
  })
}
