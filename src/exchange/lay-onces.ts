import type { Ledger } from '../ledger/ledger.store'
import type { Instant } from '../lib/dates'
import type { JsonObject } from '../lib/json'
import type { Said } from './dataset'
import { type Draft, refuse, stampOf, tellingOf } from './draft'
import { layOnce, layWithdrawal, type Where } from './lay-thing'
import type { Thing } from './thing'

type Write = (ledger: Ledger, thing: Thing, stamp: { recordedAt?: Instant }) => void

/** A list of a file: where its things stand, how those without an id get one, and in which sequence they enter. */
type List = Where & { idOf: (content: JsonObject) => string; sequence?: readonly number[] }

/** Lays a list of things that are never reworded, each to be written once; gives each back at its place in the list. */
export function layOnces(
  draft: Draft,
  list: readonly Said[],
  { idOf, sequence, ...from }: List,
  write: Write,
): (Thing | undefined)[] {
  const ids = new Set<string>()
  const laid: (Thing | undefined)[] = list.map(() => undefined)
  for (const index of sequence ?? list.keys()) {
    const said = list[index]
    if (!said) continue
    const where = { ...from, place: `${from.place}.${index}` }
    const id = said.id ?? idOf(said.content)
    if (ids.has(id)) refuse(draft, `${where.place}.id`, 'exchange.id_twice')
    else laid[index] = layOne(draft, said, id, where, write)
    ids.add(id)
  }
  return laid
}

function layOne(draft: Draft, said: Said, id: string, where: Where, write: Write): Thing | undefined {
  const found = layOnce(draft, said, id, where)
  if (!found) return undefined
  const { thing, fresh } = found
  if (fresh && !where.recorded) {
    const stamp = stampOf(draft, thing.order)
    draft.changes.push({ order: tellingOf(thing), write: (ledger) => write(ledger, thing, stamp) })
    if ((where.noun === 'report' || where.noun === 'deadline') && where.parent)
      draft.touched.add(where.parent.id)
  }
  layWithdrawal(draft, thing, said, where)
  return thing
}
