import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { ErrorSummary } from '../ui/error-summary'
import { wordsIn } from '../ui/words'
import { NewPassword } from './new-password'

interface Props {
  frame: Frame
  token: string
  name: string
  email: string
  problems: readonly Problem[]
}

/** The one-time page on which a person invited chooses a password. */
export function InvitationPage({ frame, token, name, email, problems }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.invitation')} dated={false}>
      <div class="form-page">
        <h1>{t('accounts.invitation')}</h1>
        <p>{t('accounts.invitation_lead', { name, email })}</p>
        <ErrorSummary problems={problems} kept={false} />
        <form method="post" action={paths.invitation(token)} class="form">
          {/* A password keeper wants to know for whom. */}
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <NewPassword problems={problems} />
          <button type="submit">{t('accounts.invitation_submit')}</button>
        </form>
      </div>
    </Page>
  )
}
