import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Hidden } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { wordsIn } from '../ui/words'
import { CodeField } from './code-field'

interface Props {
  frame: Frame
  /** Where to go on to. */
  next: string
  problems: readonly Problem[]
}

/** Asks for the code that comes after a right password. */
export function SecondStepPage({ frame, next, problems }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.second_step')} dated={false}>
      <div class="form-page">
        <h1>{t('accounts.second_step')}</h1>
        <p>{t('accounts.second_step_lead')}</p>
        <ErrorSummary problems={problems} kept={false} />
        <form method="post" action={paths.secondStep} class="form">
          {next === '' ? null : <Hidden name="next" value={next} />}
          <CodeField problems={problems} hint={t('accounts.second_step_hint')} />
          <button type="submit">{t('accounts.second_step_submit')}</button>
        </form>
        <p class="hint">{t('accounts.second_step_lost')}</p>
        <p>
          <a href={paths.signIn}>{t('accounts.second_step_back')}</a>
        </p>
      </div>
    </Page>
  )
}
