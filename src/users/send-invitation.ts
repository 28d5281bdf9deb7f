import type { Doer } from '../audit/audit'
import { noteDone } from '../audit/audit.store'
import type { Deps } from '../deps'
import type { Mailer } from '../notify/mailer'
import { linkMail } from './link-mail'
import type { User } from './user'

/** Sends somebody their link; false where there is no mail server, or it did not take it, and the link must go another way. */
export async function sendInvitation(
  deps: Deps,
  mailer: Mailer | null,
  by: Doer,
  { user, secret, publicUrl }: { user: User; secret: string; publicUrl: string },
): Promise<boolean> {
  if (mailer === null) return false
  if (await mailer.send(linkMail('en', user, { purpose: 'invitation', secret, publicUrl }))) return true
  await deps.db.write((tx) => noteDone(tx, deps, { kind: 'mail_failed', by, subject: user.id }))
  return false
}
