import { type Locale, message } from '../messages/messages'
import type { Mail } from '../notify/mailer'
import { paths } from '../paths'
import { HOLDS_MS, type LinkPurpose } from './invitation'
import type { User } from './user'

interface Link {
  purpose: LinkPurpose
  secret: string
  publicUrl: string
}

/** The mail that brings somebody a one-time link. */
export function linkMail(
  locale: Locale,
  { name, email }: Pick<User, 'name' | 'email'>,
  { purpose, secret, publicUrl }: Link,
): Mail {
  const said = {
    name,
    email,
    link: `${publicUrl}${paths.invitation(secret)}`,
    hours: HOLDS_MS[purpose] / 3_600_000,
    site: publicUrl,
  }
  return {
    to: { name, address: email },
    subject: message(locale, `mail.${purpose}.subject`, { product: message(locale, 'common.product') }),
    text: message(locale, `mail.${purpose}.text`, said),
  }
}
