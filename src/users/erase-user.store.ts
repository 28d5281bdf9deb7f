import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../db/database'
import { contentOf } from '../ledger/recorded.store'
import { fieldsOf } from '../lib/json'
import { REMOVED } from '../lib/text'

/** The entries in which somebody's own reports give their name. */
export async function entriesNaming(db: Db, actorId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('entry as e')
    .innerJoin('report as t', 't.entry', 'e.n')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .leftJoin('content as r', 'r.entry', 'c.redacted_by')
    .where('e.actor_id', '=', actorId)
    .where('t.channel', '=', 'own')
    .select(['e.n', 'c.body', 'r.body as remains'])
    .orderBy('e.n')
    .execute()
  return rows.flatMap(({ n, ...row }) => {
    const by = fieldsOf(contentOf(row)).object('by')
    const name = by && fieldsOf(by).text('name')
    return name === null || name === REMOVED ? [] : n
  })
}

// Everything that is kept of a person, besides the account itself.
export const OF_A_USER = [
  'user_role', 'session', 'second_step', 'device', 'second_factor', 'recovery_code', 'invitation', 'token', 'feed_key',
  'draft_return', 'draft',
] as const // prettier-ignore

/** Pages that name whoever approved a report are made anew. */
async function namesMoved(tx: Tx): Promise<void> {
  const value = randomUUID()
  await tx
    .insertInto('instance')
    .values({ name: 'names', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

export async function removeUser(tx: Tx, id: string): Promise<void> {
  for (const table of OF_A_USER) await tx.deleteFrom(table).where('user_id', '=', id).execute()
  await tx.deleteFrom('idempotency_key').where('account', '=', id).execute()
  await tx.updateTable('draft').set({ ended_by: null }).where('ended_by', '=', id).execute()
  await tx.deleteFrom('user').where('id', '=', id).execute()
  await namesMoved(tx)
}
