import { OPERATOR } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { inLedger } from '../ledger/ledger.store'
import { redactWithin } from '../ledger/redact-content'
import { message } from '../messages/messages'
import { entriesNaming, removeUser } from './erase-user.store'
import { findUser } from './user.store'

/**
 * Takes an account away with all that is known of its owner; where their own reports name them, the name is redacted. What
 * they recorded stays under the account's random id. Gives how many entries were redacted; undefined for no account.
 */
export function eraseUser(deps: Deps, actor: Actor, id: string): Promise<{ redacted: number } | undefined> {
  return inLedger(deps, async (ledger) => {
    const user = await findUser(ledger.tx, id)
    if (!user) return undefined
    const entries = await entriesNaming(ledger.tx, user.actorId)
    for (const entry of entries) {
      const removal = { paths: ['by.name'] }
      await redactWithin(ledger, { actor, entry, removal, reason: message('en', 'users.erased_reason') })
    }
    await removeUser(ledger.tx, id)
    await noteDone(ledger.tx, deps, { kind: 'user_erased', by: OPERATOR, subject: id })
    return { redacted: entries.length }
  })
}
