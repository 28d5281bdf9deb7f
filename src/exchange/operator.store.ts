import { randomUUID } from 'node:crypto'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'

const NAME = 'operator'

/** The command line as an actor: one random id for each instance. */
export async function operatorActor({ db }: Deps): Promise<Actor> {
  const find = async (from: typeof db.read) =>
    (await from.selectFrom('instance').where('name', '=', NAME).select('value').executeTakeFirst())?.value
  const known = await find(db.read)
  if (known !== undefined) return actorOf(known)
  return db.write(async (tx) => {
    await tx
      .insertInto('instance')
      .values({ name: NAME, value: randomUUID() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return actorOf((await find(tx)) ?? '')
  })
}

const actorOf = (id: string): Actor => ({ id, capacity: 'operator', party: null })
