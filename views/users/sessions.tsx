import { paths } from '../../src/paths'
import type { Session } from '../../src/users/session'
import { InstantText } from '../ui/day'
import { Table } from '../ui/table'
import { useT } from '../ui/words'

/** A place somebody is signed in at; what the browser does not tell of itself is null. */
export interface SessionLine extends Session {
  browser: string | null
  system: string | null
  /** Whether it is the one that the page is seen in. */
  current: boolean
}

function Device({ browser, system, current }: SessionLine) {
  const t = useT()
  const named =
    browser !== null && system !== null
      ? t('accounts.device', { browser, system })
      : (browser ?? system ?? t('accounts.device_unknown'))
  if (!current) return <>{named}</>
  return <>{t.rich('accounts.device_this', { device: named, b: (words) => <b>{words}</b> })}</>
}

function End({ id, current }: SessionLine) {
  const t = useT()
  return (
    <form method="post" action={current ? paths.signOut : `${paths.sessions}/${id}/end`}>
      <button type="submit" class="quiet">
        {t(current ? 'accounts.sign_out' : 'accounts.session_end')}
      </button>
    </form>
  )
}

/** Where one is signed in, and the way to end it. */
export function Sessions({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useT()
  return (
    <section id="sessions" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">{t('accounts.sessions')}</h2>
      <Table<SessionLine>
        caption={t('accounts.sessions')}
        quiet
        rows={sessions}
        columns={[
          { head: t('accounts.session_device'), names: true, cell: (session) => <Device {...session} /> },
          { head: t('accounts.session_begun'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
          { head: t('accounts.session_used'), cell: ({ lastUsedAt }) => <InstantText at={lastUsedAt} /> },
          { head: t('users.actions'), cell: (session) => <End {...session} /> },
        ]}
      />
      {sessions.length > 1 ? (
        <form method="post" action={`${paths.sessions}/end-others`} class="form">
          <button type="submit" class="quiet">
            {t('accounts.sessions_end_others')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
