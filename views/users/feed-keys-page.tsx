import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { FeedKey } from '../../src/users/feed-key'
import { LONGEST_LABEL } from '../../src/users/token'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { InstantText } from '../ui/day'
import { ErrorSummary } from '../ui/error-summary'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'

export interface FeedKeysPageProps {
  frame: Frame
  keys: readonly FeedKey[]
  /** Whether feeds are closed to whoever has no key. */
  needed: boolean
  /** A key just made; shown this once. */
  made: { label: string; secret: string } | null
  /** What was typed. */
  label: string
  problems: readonly Problem[]
}

function Made({ frame, made }: { frame: Frame; made: { label: string; secret: string } }) {
  const t = useT()
  const files = ['feed.json', 'feed.atom']
  return (
    <section class="banner good" aria-labelledby="made">
      <h2 id="made">{t('users.feed_key_made', { label: made.label })}</h2>
      <p>{t('users.feed_key_once')}</p>
      <ul class="plain">
        {files.map((file) => (
          <li>
            <code>{`${frame.publicUrl}/${file}?key=${made.secret}`}</code>
          </li>
        ))}
      </ul>
      <p>{t.rich('users.feed_key_elsewhere', { key: <code>{`?key=${made.secret}`}</code> })}</p>
    </section>
  )
}

function Keys({ keys }: FeedKeysPageProps) {
  const t = useT()
  const hidden = (words: unknown) => <span class="hidden">{words}</span>
  if (keys.length === 0) return <p>{t('users.feed_key_none')}</p>
  return (
    <Table<FeedKey>
      caption={t('users.feed_keys_in_use')}
      rows={keys}
      columns={[
        { head: t('users.token_label'), names: true, cell: ({ label }) => <span dir="auto">{label}</span> },
        { head: t('users.token_since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        {
          head: t('users.token_last_used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? t('users.token_unused') : <InstantText at={lastUsedAt} />,
        },
        {
          head: t('users.actions'),
          cell: ({ id, label }) => (
            <form method="post" action={`${paths.feedKeys}/${id}/revoke`}>
              <button type="submit" class="quiet">
                {t.rich('users.revoke_feed_key', { label, hidden })}
              </button>
            </form>
          ),
        },
      ]}
    />
  )
}

/** Addresses of one's own for feed readers, which cannot sign in. */
export function FeedKeysPage(props: FeedKeysPageProps) {
  const { frame, needed, made, label, problems } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.feed_keys')} dated={false}>
      <h1>{t('accounts.feed_keys')}</h1>
      <ErrorSummary problems={problems} />
      {made === null ? null : <Made frame={frame} made={made} />}
      <p>{t(needed ? 'users.feed_keys_intro' : 'users.feed_keys_not_needed')}</p>
      <Keys {...props} />
      <h2>{t('users.feed_key_new')}</h2>
      <form method="post" action={paths.feedKeys} class="form">
        <TextField
          name="label"
          label={t('users.token_label')}
          hint={t('users.feed_key_label_hint')}
          value={label}
          problems={problems}
          maxlength={LONGEST_LABEL}
          autocomplete="off"
        />
        <button type="submit">{t('users.token_make')}</button>
      </form>
      <p>
        <Go href={paths.account}>{t('users.back_to_account')}</Go>
      </p>
    </Page>
  )
}
