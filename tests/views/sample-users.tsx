import { paths } from '../../src/paths'
import { AccountPage } from '../../views/users/account-page'
import { InvitationPage } from '../../views/users/invitation-page'
import { FeedKeysPage } from '../../views/users/feed-keys-page'
import { ForgottenPage } from '../../views/users/forgotten-page'
import { SecondFactorPage } from '../../views/users/second-factor-page'
import { SecondStepPage } from '../../views/users/second-step-page'
import { SignInPage } from '../../views/users/sign-in-page'
import { TokensPage } from '../../views/users/tokens-page'
import type { Rendered } from './html'
import { names } from './sample'
import { at, AT, SESSIONS, TOKENS, user, viewer } from './sample-parts'

/** The pages about one’s own account. */
export const userPages: Record<string, Rendered> = {
  'sign-in': (
    <SignInPage
      frame={at(paths.signIn)}
      email="amina@example.org"
      problems={[{ field: 'password', message: 'rules.required' }]}
      next="/account"
    />
  ),
  invitation: (
    <InvitationPage
      frame={at('/invitations/t')}
      token="t"
      name="Amina Khan"
      email="amina@example.org"
      problems={[]}
    />
  ),
  account: (
    <AccountPage
      frame={at(paths.account, { viewer })}
      names={names}
      user={user}
      sessions={SESSIONS}
      secondFactor
      tokens={2}
      membersOnly
      problems={[]}
      saved
    />
  ),
  secondStep: (
    <SecondStepPage
      frame={at(paths.secondStep)}
      next="/account"
      problems={[{ field: 'code', message: 'users.code_wrong' }]}
    />
  ),
  forgotten: (
    <ForgottenPage frame={at(paths.forgotten)} byMail email="amina@example.org" asked problems={[]} />
  ),
  forgottenWithoutMail: (
    <ForgottenPage frame={at(paths.forgotten)} byMail={false} email="" asked={false} problems={[]} />
  ),
  secondFactorProposed: (
    <SecondFactorPage
      frame={at(paths.secondFactor, { viewer })}
      state={{
        is: 'proposed',
        secret: 'ABCDEFGHIJKLMNOP',
        address: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP',
      }}
      codes={null}
      owed
      problems={[{ field: 'code', message: 'users.code_wrong' }]}
    />
  ),
  secondFactorOn: (
    <SecondFactorPage
      frame={at(paths.secondFactor, { viewer })}
      state={{ is: 'on', left: 10 }}
      codes={['abcd-efgh-ijkl-mnop', 'bcde-fghi-jklm-nopq']}
      owed={false}
      problems={[]}
    />
  ),
  feedKeys: (
    <FeedKeysPage
      frame={at(paths.feedKeys, { viewer })}
      keys={[{ id: 'k1', label: 'My phone', createdAt: AT, lastUsedAt: null }]}
      needed
      made={{ label: 'My phone', secret: 'A'.repeat(43) }}
      label=""
      problems={[]}
    />
  ),
  tokens: (
    <TokensPage
      frame={at(paths.tokens, { viewer })}
      tokens={TOKENS}
      made={{ label: 'Nightly pull', secret: 'A'.repeat(43) }}
      typed={{ label: '', scopes: ['read'], expires_on: '' }}
      problems={[{ field: 'scopes', message: 'users.token_scope_none' }]}
    />
  ),
}
