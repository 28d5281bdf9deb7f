import type { Instant } from '../../src/lib/dates'
import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Role, User } from '../../src/users/user'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { TextField } from '../ui/controls'
import { InstantText } from '../ui/day'
import { ErrorSummary } from '../ui/error-summary'
import { Facts } from '../ui/facts'
import { nameOf, type Names } from '../ui/names'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'
import { NewPassword } from './new-password'

/** An API token as its owner sees it; the token itself is shown only once, when made. */
export interface TokenLine {
  id: string
  label: string
  createdAt: Instant
  lastUsedAt: Instant | null
}

interface Props {
  frame: Frame
  names: Names
  user: User
  tokens: readonly TokenLine[]
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

function Tokens({ tokens }: Props) {
  const t = useT()
  return (
    <section id="tokens">
      <h2>{t('accounts.tokens')}</h2>
      <p class="hint">{t('accounts.tokens_note')}</p>
      <p>
        <a href={paths.tokens}>{t('users.tokens')}</a>
      </p>
      {tokens.length === 0 ? (
        <p>{t('accounts.tokens_none')}</p>
      ) : (
        <Table<TokenLine>
          caption={t('accounts.tokens')}
          quiet
          rows={tokens}
          columns={[
            { head: t('accounts.token_label'), names: true, cell: ({ label }) => label },
            { head: t('accounts.token_made'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
            {
              head: t('accounts.token_used'),
              cell: ({ lastUsedAt }) =>
                lastUsedAt === null ? t('accounts.token_never') : <InstantText at={lastUsedAt} />,
            },
          ]}
        />
      )}
    </section>
  )
}

function Password({ problems }: Props) {
  const t = useT()
  return (
    <section id="password">
      <h2>{t('accounts.change_password')}</h2>
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

/** Who one is here and what one may do; the password and the API tokens. */
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
      <form method="post" action={paths.signOut} class="form">
        <button type="submit" class="quiet">
          {t('accounts.sign_out')}
        </button>
      </form>
      <Tokens {...props} />
      <Password {...props} />
    </Page>
  )
}
