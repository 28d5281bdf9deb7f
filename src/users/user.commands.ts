import { OPERATOR } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { message } from '../messages/messages'
import type { Problem } from '../messages/problem'
import { paths } from '../paths'
import { addToken as addTokenOf, type TokenWish } from './add-token'
import { addUser as addPerson } from './add-user'
import { replacePassword } from './change-password'
import { disableUser as disable } from './disable-user'
import { eraseUser as erase } from './erase-user'
import { inviteUser as invite } from './invite-user'
import { hashPassword } from './password'
import { passwordProblems } from './password-rules'
import { readPerson } from './person'
import { removeSecondFactor as removeFactor } from './remove-second-factor'
import { revokeToken as revoke } from './revoke-token'
import type { Token } from './token'
import { allTokens } from './token.store'
import { normalEmail, type User } from './user'
import { allUsers, findUserByEmail } from './user.store'

export { firstInvitation } from './first-invitation'

/** Why a command did nothing; a sentence each. */
interface Faults {
  faults: string[]
}

const words = (problem: Problem): string =>
  `${problem.field}: ${message('en', problem.message, problem.values)}`
const refused = (problems: Problem[]): Faults => ({ faults: problems.map(words) })
const unknown = (email: string): Faults => ({ faults: [message('en', 'users.unknown', { email })] })

async function withUser<T>(deps: Deps, email: string, work: (user: User) => Promise<T>): Promise<T | Faults> {
  const user = await findUserByEmail(deps.db.read, normalEmail(email))
  return user ? work(user) : unknown(email)
}

interface NewUser {
  email: string
  name: string
  roles: string[]
  party?: string | undefined
  organisation?: string | undefined
  /** Without one the person is invited to choose it. */
  password?: string | undefined
}

/** Adds an account; `path` is that of its invitation, null when a password was given. */
export async function addUser(
  deps: Deps,
  { password, ...values }: NewUser,
): Promise<{ user: User; path: string | null } | Faults> {
  const read = readPerson(values)
  const weak = password === undefined ? [] : passwordProblems('password', password, values.email)
  if ('problems' in read || weak.length > 0)
    return refused([...('problems' in read ? read.problems : []), ...weak])
  const hash = password === undefined ? null : await hashPassword(password)
  const added = await addPerson(deps, OPERATOR, read.given, hash)
  if (added.outcome === 'refused') return refused(added.problems)
  return { user: added.user, path: added.invitation === null ? null : paths.invitation(added.invitation) }
}

export const listUsers = (deps: Deps): Promise<User[]> => allUsers(deps.db.read)

/** A new link for somebody; without an address, for the only account there is. */
export async function inviteUser(deps: Deps, email?: string): Promise<{ user: User; path: string } | Faults> {
  const [only, ...others] = email === undefined ? await listUsers(deps) : []
  if (email === undefined && (only === undefined || others.length > 0))
    return { faults: [message('en', only ? 'users.say_whom' : 'users.nobody')] }
  return withUser(deps, email ?? only?.email ?? '', async (user) => {
    const invited = await invite(deps, OPERATOR, user.id)
    if (invited.outcome === 'invited') return { user, path: paths.invitation(invited.secret) }
    return { faults: [message('en', 'users.is_disabled', { email: user.email })] }
  })
}

/** Ends every session that the old password opened. */
export const setPassword = (deps: Deps, email: string, password: string): Promise<{ user: User } | Faults> =>
  withUser(deps, email, async (user) => {
    const problems = passwordProblems('password', password, user.email)
    if (problems.length > 0) return refused(problems)
    const hash = await hashPassword(password)
    await deps.db.write(async (tx) => {
      await replacePassword(tx, user.id, hash)
      await noteDone(tx, deps, { kind: 'password_changed', by: OPERATOR, subject: user.id })
    })
    return { user }
  })

/** Whoever runs the machine may disable anybody, the last administrator too, and add another. */
export const disableUser = (deps: Deps, email: string): Promise<{ user: User } | Faults> =>
  withUser(deps, email, async (user) => {
    await disable(deps, OPERATOR, user.id)
    return { user }
  })

/** For whoever lost the app and the recovery codes; from then on the password alone lets them in. */
export const removeSecondFactor = (deps: Deps, email: string): Promise<{ user: User } | Faults> =>
  withUser(deps, email, async (user) => {
    const done = await removeFactor(deps, OPERATOR, user.id)
    return done ? { user } : { faults: [message('en', 'users.no_second_factor', { email: user.email })] }
  })

/** Whoever runs the machine may erase anybody; gives how many entries named them. */
export const eraseUser = (deps: Deps, actor: Actor, email: string): Promise<{ redacted: number } | Faults> =>
  withUser(deps, email, async (user) => (await erase(deps, actor, user.id)) ?? unknown(email))

export const addToken = (
  deps: Deps,
  email: string,
  wish: TokenWish,
): Promise<{ user: User; id: string; secret: string } | Faults> =>
  withUser(deps, email, async (user) => {
    if (user.disabledAt !== null)
      return { faults: [message('en', 'users.is_disabled', { email: user.email })] }
    const added = await addTokenOf(deps, OPERATOR, user.id, wish)
    return added.outcome === 'refused'
      ? refused(added.problems)
      : { user, id: added.id, secret: added.secret }
  })

/** Every token with the address of whose it is, newest first. */
export async function listTokens(deps: Deps): Promise<(Token & { email: string })[]> {
  const emails = new Map((await listUsers(deps)).map(({ id, email }) => [id, email]))
  return (await allTokens(deps.db.read)).map((token) => ({ ...token, email: emails.get(token.userId) ?? '' }))
}

/** By the id that `token list` shows. */
export async function revokeToken(deps: Deps, id: string): Promise<{ id: string } | Faults> {
  const done = await revoke(deps, OPERATOR, id)
  return done ? { id } : { faults: [message('en', 'users.token_unknown', { id })] }
}
