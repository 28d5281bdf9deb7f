import { ROLES, type Role } from '../../src/users/user'
import type { MessageKey } from '../../src/messages/messages'
import { fieldId, problemOf, ProblemText, type Asking } from '../ui/field'
import { ROLE_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

const HINTS: Record<Role, MessageKey> = {
  reporter: 'users.role_hint.reporter',
  verifier: 'users.role_hint.verifier',
  editor: 'users.role_hint.editor',
  admin: 'users.role_hint.admin',
}

type Props = Pick<Asking, 'id' | 'problems'> & { chosen: readonly string[] }

/** Any of the roles, each with what it allows. */
export function RoleChoices({ id = 'roles', problems, chosen }: Props) {
  const t = useT()
  const problem = problemOf(t, problems, id)
  const field = fieldId(id)
  return (
    <fieldset id={field} class={problem ? 'field wrong' : 'field'} aria-describedby={`${field}-hint`}>
      <legend>{t('users.roles')}</legend>
      <p class="hint" id={`${field}-hint`}>
        {t('users.roles_hint')}
      </p>
      <ProblemText id={field} problem={problem} />
      {ROLES.map((role) => (
        <label class="choice">
          <input type="checkbox" name="roles" value={role} checked={chosen.includes(role)} />
          <span>
            {t(ROLE_WORDS[role])}
            <small>{t(HINTS[role])}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
