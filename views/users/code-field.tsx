import type { Problem } from '../../src/messages/problem'
import { Field, useControl } from '../ui/field'
import { useT } from '../ui/words'

interface Props {
  problems: readonly Problem[]
  hint: string
  id?: string
}

/** A code of an authenticator app; a phone offers its digits and, where it can, the code itself. */
export function CodeField({ problems, hint, id = 'code' }: Props) {
  const t = useT()
  const asking = { name: 'code', id, label: t('accounts.code'), hint, problems }
  return (
    <Field {...asking}>
      <input {...useControl(asking)} type="text" class="short" autocomplete="one-time-code" maxlength={100} />
    </Field>
  )
}
