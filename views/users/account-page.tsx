import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Role, User } from '../../src/users/user'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { TextField } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { Facts } from '../ui/facts'
import { nameOf, type Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { NewPassword } from './new-password'
import { type SessionLine, Sessions } from './sessions'

interface Props {
  frame: Frame
  names: Names
  user: User
  sessions: readonly SessionLine[]
  /** Whether the sign-in asks for a code. */
  secondFactor: boolean
  /** How many API tokens there are. */
  tokens: number
  /** Whether feeds need a key of one's own. */
  membersOnly: boolean
  problems: readonly Problem[]
  /** Whether a new password has just been taken. */
  saved?: boolean
}

const ROLE_MEANS: Record<Role, MessageKey> = {
  reporter: 'accounts.role.reporter',
  verifier: 'accounts.role.verifier',
  editor: 'accounts.role.editor',
  admin: 'accounts.role.admin',
}

function Person({ user, names }: Props) {
  const t = useT()
  return (
    <Facts
      facts={[
        { name: t('accounts.name'), value: user.name },
        { name: t('accounts.email'), value: user.email },
        { name: t('accounts.organisation'), value: user.organisation ?? t('ui.none') },
        {
          name: t('accounts.speaks_for'),
          value: user.party === null ? t('accounts.nobody') : nameOf(names, user.party),
        },
        {
          name: t('accounts.roles'),
          value: (
            <ul class="plain">
              {user.roles.map((role) => (
                <li>{t(ROLE_MEANS[role])}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function SecondFactor({ secondFactor }: Props) {
  const t = useT()
  return (
    <section id="second-factor" aria-labelledby="second-factor-heading">
      <h2 id="second-factor-heading">{t('accounts.second_factor')}</h2>
      <p>{t(secondFactor ? 'accounts.second_factor_on' : 'accounts.second_factor_none')}</p>
      <p>
        <a href={paths.secondFactor}>
          {t(secondFactor ? 'accounts.second_factor_manage' : 'accounts.second_factor_set_up')}
        </a>
      </p>
    </section>
  )
}

function Keys({ tokens, membersOnly }: Props) {
  const t = useT()
  return (
    <section id="tokens" aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">{t('accounts.tokens')}</h2>
      <p>{t('accounts.tokens_count', { count: tokens })}</p>
      <p>
        <a href={paths.tokens}>{t('users.tokens')}</a>
      </p>
      {membersOnly ? (
        <p>
          <a href={paths.feedKeys}>{t('accounts.feed_keys')}</a>
        </p>
      ) : null}
    </section>
  )
}

function Password({ problems }: Props) {
  const t = useT()
  return (
    <section id="password" aria-labelledby="password-heading">
      <h2 id="password-heading">{t('accounts.change_password')}</h2>
      <form method="post" action={paths.account} class="form">
        <TextField
          name="current_password"
          label={t('accounts.password_current')}
          value=""
          type="password"
          autocomplete="current-password"
          problems={problems}
        />
        <NewPassword problems={problems} />
        <button type="submit">{t('accounts.change_submit')}</button>
      </form>
    </section>
  )
}

/** Who one is here and what one may do, and everything that opens the account. */
export function AccountPage(props: Props) {
  const { frame, problems, saved } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.account')} dated={false}>
      <h1>{t('accounts.account')}</h1>
      <ErrorSummary problems={problems} kept={false} />
      {saved ? (
        <p class="banner good" role="status">
          {t('accounts.saved')}
        </p>
      ) : null}
      <Person {...props} />
      <Sessions sessions={props.sessions} />
      <SecondFactor {...props} />
      <Password {...props} />
      <Keys {...props} />
    </Page>
  )
}
