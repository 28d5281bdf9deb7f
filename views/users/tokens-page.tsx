import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import { LONGEST_LABEL } from '../../src/users/token'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { InstantText } from '../ui/day'
import { ErrorSummary } from '../ui/error-summary'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'
import type { TokenLine } from './account-page'

export interface TokensPageProps {
  frame: Frame
  tokens: readonly TokenLine[]
  /** How many places the viewer is signed in at. */
  sessions: number
  /** A token just made; shown this once. */
  made: { label: string; secret: string } | null
  /** What was typed. */
  label: string
  problems: readonly Problem[]
}

function Made({ label, secret }: { label: string; secret: string }) {
  const t = useT()
  return (
    <section class="banner good" aria-labelledby="made">
      <h2 id="made">{t('users.token_made', { label })}</h2>
      <p>
        <code>{secret}</code>
      </p>
      <p>{t('users.token_once')}</p>
    </section>
  )
}

function Revoke({ id, label }: TokenLine) {
  const t = useT()
  const hidden = (words: unknown) => <span class="hidden">{words}</span>
  return (
    <form method="post" action={`${paths.account}/tokens/${id}/revoke`}>
      <button type="submit" class="quiet">
        {t.rich('users.revoke_token', { label, hidden })}
      </button>
    </form>
  )
}

function Tokens({ tokens }: TokensPageProps) {
  const t = useT()
  if (tokens.length === 0) return <p>{t('users.token_none')}</p>
  return (
    <Table<TokenLine>
      caption={t('users.tokens_in_use')}
      rows={tokens}
      columns={[
        { head: t('users.token_label'), names: true, cell: ({ label }) => <span dir="auto">{label}</span> },
        { head: t('users.token_since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        {
          head: t('users.token_last_used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? t('users.token_unused') : <InstantText at={lastUsedAt} />,
        },
        { head: t('users.actions'), cell: (token) => <Revoke {...token} /> },
      ]}
    />
  )
}

function NewToken({ label, problems }: TokensPageProps) {
  const t = useT()
  return (
    <form method="post" action={`${paths.account}/tokens`} class="form">
      <TextField
        name="label"
        label={t('users.token_label')}
        hint={t('users.token_label_hint')}
        value={label}
        problems={problems}
        maxlength={LONGEST_LABEL}
        autocomplete="off"
      />
      <button type="submit">{t('users.token_make')}</button>
    </form>
  )
}

/** What opens one's account beside the password: API tokens, and how many sessions. */
export function TokensPage(props: TokensPageProps) {
  const { frame, made, problems, sessions } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('users.tokens')} dated={false}>
      <h1>{t('users.tokens')}</h1>
      <ErrorSummary problems={problems} />
      {made === null ? null : <Made {...made} />}
      <p>{t('users.tokens_intro')}</p>
      <Tokens {...props} />
      <h2>{t('users.token_new')}</h2>
      <NewToken {...props} />
      <h2>{t('users.sessions')}</h2>
      <p>{t('users.sessions_count', { count: sessions })}</p>
      <p>
        <Go href={paths.account}>{t('users.back_to_account')}</Go>
      </p>
    </Page>
  )
}
