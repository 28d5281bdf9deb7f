import type { Child } from 'hono/jsx'
import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Hidden, TextArea } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { Go } from '../ui/asked'
import { wordsIn } from '../ui/words'

interface Props {
  frame: Frame
  title: string
  /** What is to be withdrawn, as its reader knows it. */
  what: Child
  /** Where the form is posted to, and where it leads back to. */
  action: string
  back: string
  reason: string
  idempotencyKey: string
  problems: readonly Problem[]
  /** A way that may do better, such as a correction. */
  instead?: Child
  /** Set where there is nothing left to withdraw, or the form was sent before: why. */
  notice?: MessageKey | undefined
  /** Whether the form is still of use; true when not said. */
  open?: boolean
}

/** Asks for the reason that withdrawing anything of the record needs. */
export function WithdrawPage(props: Props) {
  const { frame, title, what, action, back, reason, idempotencyKey, problems, instead, notice, open } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={title} dated={false}>
      <h1>{title}</h1>
      <ErrorSummary problems={problems} />
      {notice ? (
        <p class="banner" role="alert">
          {t(notice)}
        </p>
      ) : null}
      {what}
      {open === false ? null : (
        <>
          <p>{t('filing.withdraw_lead')}</p>
          {instead ? <p>{instead}</p> : null}
          <form method="post" action={action} class="form">
            <TextArea
              name="reason"
              label={t('filing.reason_field')}
              hint={t('filing.reason_field_hint')}
              value={reason}
              problems={problems}
            />
            <Hidden name="idempotency_key" value={idempotencyKey} />
            <div class="joined">
              <button type="submit">{t('filing.withdraw')}</button>
            </div>
          </form>
        </>
      )}
      <p>
        <Go href={back}>{t('filing.back')}</Go>
      </p>
    </Page>
  )
}
