import type { Deps } from '../deps'
import { type Withdrawing, withdrawThing } from '../ledger/withdraw'
import { type Edited, notFound, recorded, refused } from './edit'

/** Withdraws one thing of the record through a form. */
export async function withdraw(deps: Deps, withdrawing: Withdrawing): Promise<Edited> {
  const withdrew = await withdrawThing(deps, withdrawing)
  switch (withdrew.outcome) {
    case 'withdrawn':
      return recorded(withdrew.answer.location)
    case 'withdrawn already':
      return refused({ field: 'reason', message: 'rules.withdrawn_twice' })
    case 'no such thing':
      return notFound
    default:
      return withdrew
  }
}
