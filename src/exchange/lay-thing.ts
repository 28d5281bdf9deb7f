import type { Instant } from '../lib/dates'
import { addWithdrawal } from '../ledger/withdrawal.store'
import type { Said } from './dataset'
import { saysTheSame } from './derived-id'
import { count, type Draft, knownOrder, orderOf, refuse, refuseFuture, stampOf, tellingOf } from './draft'
import type { Noun } from './nouns'
import { LAST, NOW, type Thing } from './thing'

/** Where a list stands in a file, or in the record. */
export interface From {
  place: string
  recorded: boolean
}

/** Where something stands: under which thing, and where in a file or in the record. */
export interface Where {
  noun: Noun
  parent: Thing | null
  agreement: string | null
  measure: string | null
  place: string
  recorded: boolean
}

export function thingFrom(draft: Draft, said: Said, id: string, where: Where): Thing {
  const order = where.recorded ? knownOrder(draft, said.recordedAt ?? '') : orderOf(said)
  return {
    ...where,
    id,
    content: said.content,
    order,
    actor: said.actor,
    withdrawn: null,
  }
}

/** Lays a thing that is new to the draft; counts it where a file brought it. */
export function lay(draft: Draft, thing: Thing, said: Said): void {
  draft.byId.set(thing.id, thing)
  if (thing.recorded) return
  count(draft.tally.added, thing.noun)
  if (said.id !== undefined && draft.elsewhere.has(said.id))
    refuse(draft, `${thing.place}.id`, 'exchange.id_elsewhere')
  refuseFuture(draft, thing.order, `${thing.place}.recorded_at`)
  draft.judgements.push(() => judgeParents(draft, thing.place, thing.order, thing.parent))
}

/** Nothing can be added to what was withdrawn. */
export function judgeParents(draft: Draft, place: string, order: Instant, from: Thing | null): void {
  for (let parent = from; parent; parent = parent.parent)
    if (parent.withdrawn && parent.withdrawn.order < order) {
      refuse(draft, place, 'rules.withdrawn')
      return
    }
}

/** The withdrawal of a thing that a file carries, unless it was withdrawn already; a withdrawal is final. */
export function layWithdrawal(
  draft: Draft,
  thing: Thing,
  said: Said,
  where: Pick<Where, 'place' | 'recorded'>,
): void {
  if (!said.withdrawn || thing.withdrawn) return
  const { at, reason } = said.withdrawn
  const order = where.recorded ? knownOrder(draft, at) : withdrawnIn(draft, said, thing.noun)
  thing.withdrawn = { order, at, reason, recorded: where.recorded, place: `${where.place}.withdrawn` }
  if (where.recorded) return
  refuseFuture(draft, order, `${where.place}.withdrawn.at`)
  if (order < thing.order) refuse(draft, `${where.place}.withdrawn.at`, 'exchange.withdrawn_before')
  count(draft.tally.withdrawn, thing.noun)
  const { noun, id, agreement, measure } = thing
  draft.changes.push({
    order: thing.recorded || order > tellingOf(thing) ? order : tellingOf(thing),
    write: (ledger) =>
      addWithdrawal(ledger, draft.actor, {
        subject: { type: noun, id },
        agreement,
        measure,
        reason,
        ...stampOf(draft, order),
      }),
  })
  if ((noun === 'report' || noun === 'deadline') && thing.parent) draft.touched.add(thing.parent.id)
}

// Where everything is recorded now, what does not say when it was recorded is withdrawn after all that stands under it.
function withdrawnIn({ keepRecordedAt }: Draft, { recordedAt, withdrawn }: Said, noun: Noun): Instant {
  if (keepRecordedAt || recordedAt !== undefined) return withdrawn?.at ?? NOW
  return noun === 'party' ? `${LAST}~` : LAST
}

/**
 * A thing that is never reworded: new, or the same as the one under its id. Undefined where the id stands for something
 * else, which is a fault.
 */
export function layOnce(
  draft: Draft,
  said: Said,
  id: string,
  where: Where,
): { thing: Thing; fresh: boolean } | undefined {
  const known = draft.byId.get(id)
  if (!known) {
    const thing = thingFrom(draft, said, id, where)
    lay(draft, thing, said)
    return { thing, fresh: true }
  }
  if (known.noun !== where.noun || known.parent !== where.parent) {
    refuse(draft, `${where.place}.id`, 'exchange.id_elsewhere')
    return undefined
  }
  if (!saysTheSame(known.content, said.content)) refuse(draft, where.place, 'exchange.other_content')
  else count(draft.tally.unchanged, where.noun)
  return { thing: known, fresh: false }
}
