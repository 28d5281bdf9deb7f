import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import { LONGEST_LABEL, type Scope, SCOPES, type Token } from '../../src/users/token'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { DayText, InstantText } from '../ui/day'
import { ErrorSummary } from '../ui/error-summary'
import { fieldId, problemOf, ProblemText } from '../ui/field'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'

/** A token as its owner sees it; `over`: its last day has passed. */
export interface TokenLine extends Token {
  over: boolean
}

export interface TokensPageProps {
  frame: Frame
  tokens: readonly TokenLine[]
  /** A token just made; shown this once. */
  made: { label: string; secret: string } | null
  typed: { label: string; scopes: readonly string[]; expires_on: string }
  problems: readonly Problem[]
}

const SCOPE_WORDS: Record<Scope, MessageKey> = {
  read: 'users.scope.read',
  report: 'users.scope.report',
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

function ScopeWords({ scopes }: { scopes: readonly Scope[] }) {
  const t = useT()
  return (
    <ul class="plain">
      {scopes.map((scope) => (
        <li>{t(SCOPE_WORDS[scope])}</li>
      ))}
    </ul>
  )
}

function Until({ expiresAt, over }: TokenLine) {
  const t = useT()
  if (expiresAt === null) return <>{t('users.token_endless')}</>
  const day = <DayText day={expiresAt.slice(0, 10)} />
  return over ? <>{t.rich('users.token_over', { day })}</> : day
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
        { head: t('users.token_scopes'), cell: ({ scopes }) => <ScopeWords scopes={scopes} /> },
        { head: t('users.token_since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        {
          head: t('users.token_last_used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? t('users.token_unused') : <InstantText at={lastUsedAt} />,
        },
        { head: t('users.token_until'), cell: (token) => <Until {...token} /> },
        { head: t('users.actions'), cell: (token) => <Revoke {...token} /> },
      ]}
    />
  )
}

function ScopeChoices({ typed, problems }: TokensPageProps) {
  const t = useT()
  const problem = problemOf(t, problems, 'scopes')
  const field = fieldId('scopes')
  return (
    <fieldset id={field} class={problem ? 'field wrong' : 'field'}>
      <legend>{t('users.token_scopes')}</legend>
      <ProblemText id={field} problem={problem} />
      {SCOPES.map((scope) => (
        <label class="choice">
          <input type="checkbox" name="scopes" value={scope} checked={typed.scopes.includes(scope)} />
          <span>{t(SCOPE_WORDS[scope])}</span>
        </label>
      ))}
    </fieldset>
  )
}

function NewToken(props: TokensPageProps) {
  const t = useT()
  const { typed, problems, frame } = props
  return (
    <form method="post" action={paths.tokens} class="form">
      <TextField
        name="label"
        label={t('users.token_label')}
        hint={t('users.token_label_hint')}
        value={typed.label}
        problems={problems}
        maxlength={LONGEST_LABEL}
        autocomplete="off"
      />
      <ScopeChoices {...props} />
      <TextField
        name="expires_on"
        type="date"
        label={t('users.token_last_day')}
        hint={t('users.token_last_day_hint')}
        value={typed.expires_on}
        min={frame.today}
        problems={problems}
        optional
      />
      <button type="submit">{t('users.token_make')}</button>
    </form>
  )
}

/** What lets programs act for one: API tokens. */
export function TokensPage(props: TokensPageProps) {
  const { frame, made, problems } = props
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
      <p>
        <Go href={paths.account}>{t('users.back_to_account')}</Go>
      </p>
    </Page>
  )
}
