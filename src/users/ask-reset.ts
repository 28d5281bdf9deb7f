import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Mailer } from '../notify/mailer'
import { MOST_RESETS } from './invitation'
import { countResets, forgetLink, insertReset } from './invitation.store'
import { later } from './later'
import { linkMail } from './link-mail'
import { countersForReset } from './throttle'
import { beginAttempt } from './throttle.store'
import { normalEmail, type User } from './user'
import { findUser, findUserByEmail } from './user.store'

interface Asking {
  email: string
  address: string
  publicUrl: string
}

/**
 * Sends a link to whoever has this account and forgot the password. What is answered, and how soon, is the same where
 * there is none: who is meant is looked up after the answer. Gives the seconds to wait, 0 when it was taken.
 */
export async function askReset(deps: Deps, mailer: Mailer, asking: Asking): Promise<number> {
  const counters = countersForReset(asking.address)
  const seconds = await deps.db.write((tx) => beginAttempt(tx, counters, deps.clock()))
  if (seconds === 0) mailer.later(() => sendReset(deps, mailer, asking))
  return seconds
}

async function sendReset(deps: Deps, mailer: Mailer, { email, address, publicUrl }: Asking): Promise<void> {
  const by: Doer = { as: 'stranger', address }
  const user = await findUserByEmail(deps.db.read, normalEmail(email))
  const secret = await deps.db.write(async (tx) => {
    await noteDone(tx, deps, { kind: 'reset_asked', by, subject: user?.id ?? null })
    const now = deps.clock()
    const holder = user && (await findUser(tx, user.id))
    if (holder?.disabledAt !== null) return undefined
    // The links sent before still hold, so that nobody is kept from theirs by others who ask too.
    if ((await countResets(tx, holder.id, later(now, -3_600_000))) >= MOST_RESETS) return undefined
    return insertReset(tx, holder.id, now)
  })
  if (user && secret !== undefined) await sendLink(deps, mailer, user, secret, { by, publicUrl })
}

async function sendLink(
  deps: Deps,
  mailer: Mailer,
  user: User,
  secret: string,
  { by, publicUrl }: { by: Doer; publicUrl: string },
): Promise<void> {
  if (await mailer.send(linkMail('en', user, { purpose: 'reset', secret, publicUrl }))) return
  await deps.db.write(async (tx) => {
    await forgetLink(tx, secret)
    await noteDone(tx, deps, { kind: 'mail_failed', by, subject: user.id })
  })
}
