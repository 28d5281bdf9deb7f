import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import { LONGEST_EMAIL } from '../../src/users/user'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { TextField } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { useT, wordsIn } from '../ui/words'

export interface ForgottenPageProps {
  frame: Frame
  /** Whether links can be sent; without, an administrator gives one. */
  byMail: boolean
  email: string
  /** Whether a link has just been asked for. */
  asked: boolean
  problems: readonly Problem[]
}

function Ask({ email, problems }: ForgottenPageProps) {
  const t = useT()
  return (
    <>
      <p>{t('accounts.forgotten_lead')}</p>
      <ErrorSummary problems={problems} />
      <form method="post" action={paths.forgotten} class="form">
        <TextField
          name="email"
          label={t('accounts.email')}
          value={email}
          type="email"
          autocomplete="username"
          maxlength={LONGEST_EMAIL}
          problems={problems}
        />
        <button type="submit">{t('accounts.forgotten_submit')}</button>
      </form>
    </>
  )
}

/** For whoever forgot their password. */
export function ForgottenPage(props: ForgottenPageProps) {
  const { frame, byMail, asked } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.forgotten')} dated={false}>
      <div class="form-page">
        <h1>{t('accounts.forgotten')}</h1>
        {asked && byMail ? (
          <section class="banner good" role="status" aria-label={t('accounts.forgotten')}>
            <p>{t('accounts.forgotten_asked')}</p>
          </section>
        ) : null}
        {byMail ? <Ask {...props} /> : <p>{t('accounts.forgotten_by_admin')}</p>}
        <p>
          <a href={paths.signIn}>{t('accounts.second_step_back')}</a>
        </p>
      </div>
    </Page>
  )
}
