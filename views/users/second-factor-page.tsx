import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { useT, wordsIn } from '../ui/words'
import { CodeField } from './code-field'
import { QrCode } from './qr-code'

const PAGE = paths.secondFactor

type State =
  | { is: 'off' }
  /** `address` is what the app reads from the picture, `secret` what one types where it cannot. */
  | { is: 'proposed'; secret: string; address: string }
  /** `left`: how many recovery codes are not used yet. */
  | { is: 'on'; left: number }

export interface SecondFactorPageProps {
  frame: Frame
  state: State
  /** Recovery codes just made; shown this once. */
  codes: readonly string[] | null
  /** Whether this account must have one. */
  owed: boolean
  problems: readonly Problem[]
}

function Codes({ codes }: { codes: readonly string[] }) {
  const t = useT()
  return (
    <section class="banner good" aria-labelledby="codes">
      <h2 id="codes">{t('accounts.recovery_codes_new')}</h2>
      <p>{t('accounts.recovery_codes_once')}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Password({ problems, id = 'current_password' }: { problems: readonly Problem[]; id?: string }) {
  const t = useT()
  return (
    <TextField
      name="current_password"
      id={id}
      label={t('accounts.password_current')}
      value=""
      type="password"
      autocomplete="current-password"
      problems={problems}
    />
  )
}

function Off({ problems }: { problems: readonly Problem[] }) {
  const t = useT()
  return (
    <>
      <p>{t('accounts.second_factor_off')}</p>
      <form method="post" action={`${PAGE}/begin`} class="form">
        <Password problems={problems} />
        <button type="submit">{t('accounts.second_factor_begin')}</button>
      </form>
    </>
  )
}

function Proposed({ state, problems }: { state: State & { is: 'proposed' }; problems: readonly Problem[] }) {
  const t = useT()
  const secret = <code>{state.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
  return (
    <>
      <p>{t('accounts.second_factor_scan')}</p>
      <QrCode text={state.address} title={t('accounts.second_factor_picture')} />
      <p>{t.rich('accounts.second_factor_secret', { secret })}</p>
      <form method="post" action={`${PAGE}/confirm`} class="form">
        <CodeField problems={problems} hint={t('accounts.second_factor_code_hint')} />
        <button type="submit">{t('accounts.second_factor_confirm')}</button>
      </form>
    </>
  )
}

function On({ state, owed, problems }: { state: State & { is: 'on' } } & SecondFactorPageProps) {
  const t = useT()
  return (
    <>
      <p>{t('accounts.second_factor_on')}</p>
      <section aria-labelledby="renew">
        <h2 id="renew">{t('accounts.recovery_codes')}</h2>
        <p>{t('accounts.recovery_codes_left', { count: state.left })}</p>
        <form method="post" action={`${PAGE}/codes`} class="form">
          <Password problems={problems} />
          <button type="submit">{t('accounts.recovery_codes_renew')}</button>
        </form>
      </section>
      <section aria-labelledby="remove">
        <h2 id="remove">{t('accounts.second_factor_remove')}</h2>
        {owed ? (
          <p>{t('users.second_factor_owed')}</p>
        ) : (
          <form method="post" action={`${PAGE}/remove`} class="form">
            <Password id="current_password.remove" problems={problems} />
            <CodeField id="code.remove" problems={problems} hint={t('accounts.second_step_hint')} />
            <button type="submit">{t('accounts.second_factor_remove')}</button>
          </form>
        )}
      </section>
    </>
  )
}

/** A code that is asked for after the password: setting it up, its recovery codes, taking it off. */
export function SecondFactorPage(props: SecondFactorPageProps) {
  const { frame, state, codes, owed, problems } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('accounts.second_factor')} dated={false}>
      <h1>{t('accounts.second_factor')}</h1>
      <ErrorSummary problems={problems} kept={false} />
      {codes === null ? null : <Codes codes={codes} />}
      {owed && state.is !== 'on' ? (
        <p class="banner" role="status">
          {t('accounts.second_factor_needed')}
        </p>
      ) : null}
      {state.is === 'off' ? <Off problems={problems} /> : null}
      {state.is === 'proposed' ? <Proposed state={state} problems={problems} /> : null}
      {state.is === 'on' ? <On {...props} state={state} /> : null}
      <p>
        <Go href={paths.account}>{t('users.back_to_account')}</Go>
      </p>
    </Page>
  )
}
