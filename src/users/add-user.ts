import { randomUUID } from 'node:crypto'
import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Tx } from '../db/database'
import { isUniqueViolation } from '../db/dialect'
import type { Deps } from '../deps'
import type { Problem } from '../messages/problem'
import { insertInvitation } from './invitation.store'
import { type Person, dutyProblems } from './person'
import type { User } from './user'
import { findUserByEmail, insertUser } from './user.store'

type Added =
  { outcome: 'refused'; problems: Problem[] } | { outcome: 'added'; user: User; invitation: string | null }

/** Makes an account and invites its owner, unless a password is given already. */
export async function addUser(
  deps: Deps,
  by: Doer,
  person: Person,
  passwordHash: string | null = null,
): Promise<Added> {
  const taken = [
    { field: 'email', message: 'rules.taken', values: { value: person.email } },
  ] satisfies Problem[]
  try {
    return await deps.db.write(async (tx): Promise<Added> => {
      const problems = (await findUserByEmail(tx, person.email)) ? taken : []
      const all = [...problems, ...(await dutyProblems(tx, person))]
      return all.length > 0
        ? { outcome: 'refused', problems: all }
        : await add(deps, tx, by, person, passwordHash)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { outcome: 'refused', problems: taken }
    throw error
  }
}

async function add(
  deps: Deps,
  tx: Tx,
  by: Doer,
  person: Person,
  passwordHash: string | null,
): Promise<Added> {
  const user: User = {
    id: deps.newId(),
    // Random through and through: an id that told when an account was made would help to find out whose it is.
    actorId: randomUUID(),
    email: person.email,
    name: person.name,
    organisation: person.organisation ?? null,
    party: person.party ?? null,
    roles: person.roles,
    disabledAt: null,
    createdAt: deps.clock(),
  }
  await insertUser(tx, user, passwordHash)
  await noteDone(tx, deps, { kind: 'user_added', by, subject: user.id, detail: user.roles.join(' ') })
  const invitation = passwordHash === null ? await insertInvitation(tx, user.id, user.createdAt) : null
  return { outcome: 'added', user, invitation }
}
