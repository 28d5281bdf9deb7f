import type { Problem } from '../../src/messages/problem'
import { TextField } from '../ui/controls'
import { useT } from '../ui/words'

/** A new password and the same again; posts `password` and `password_again`. */
export function NewPassword({ problems }: { problems: readonly Problem[] }) {
  const t = useT()
  return (
    <>
      <TextField
        name="password"
        label={t('accounts.password_new')}
        hint={t('accounts.password_hint')}
        value=""
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
      <TextField
        name="password_again"
        label={t('accounts.password_again')}
        value=""
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
    </>
  )
}
