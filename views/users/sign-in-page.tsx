import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Hidden, TextField } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { wordsIn } from '../ui/words'

interface Props {
  frame: Frame
  email: string
  problems: readonly Problem[]
  /** Where to go on to. */
  next?: string
  /** Whether nothing is shown without an account. */
  membersOnly?: boolean
}

export function SignInPage({ frame, email, problems, next, membersOnly }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.sign_in')} dated={false}>
      <div class="form-page">
        <h1>{t('accounts.sign_in')}</h1>
        <p>{t(membersOnly ? 'accounts.sign_in_members' : 'accounts.sign_in_lead')}</p>
        <ErrorSummary problems={problems} kept={false} />
        <form method="post" action={paths.signIn} class="form">
          {next ? <Hidden name="next" value={next} /> : null}
          <TextField
            name="email"
            label={t('accounts.email')}
            value={email}
            type="email"
            autocomplete="username"
            problems={problems}
          />
          <TextField
            name="password"
            label={t('accounts.password')}
            value=""
            type="password"
            autocomplete="current-password"
            problems={problems}
          />
          <button type="submit">{t('accounts.sign_in')}</button>
        </form>
        <p>
          <a href={paths.forgotten}>{t('accounts.forgotten_link')}</a>
        </p>
        <p class="hint">{t('accounts.no_account')}</p>
      </div>
    </Page>
  )
}
