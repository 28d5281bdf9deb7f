import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { User } from '../../src/users/user'
import { Select, type Choice } from '../ui/controls'
import { useT } from '../ui/words'
import { RoleChoices } from './role-choices'

export interface DutyValues {
  roles: readonly string[]
  party: string
}

interface Props {
  person: User
  parties: readonly Choice[]
  /** What was typed, where this person's form was refused. */
  typed: DutyValues | null
  problems: readonly Problem[]
  /** Whether this is the viewer's own account, which nobody can disable for themselves. */
  own: boolean
  /** Whether the sign-in asks for a code. */
  secondFactor: boolean
}

type Deed = 'invite' | 'disable' | 'enable' | 'remove-second-factor'

function Act({ person, act, what }: { person: User; act: Deed; what: string }) {
  const t = useT()
  const hidden = (words: unknown) => <span class="hidden">{words}</span>
  return (
    <form method="post" action={`${paths.admin}/${person.id}/${act}`}>
      <button type="submit" class="quiet">
        {t.rich('users.for_person', { what, name: person.name, hidden })}
      </button>
    </form>
  )
}

function Duties({ person, parties, typed, problems }: Props) {
  const t = useT()
  const values = typed ?? { roles: person.roles, party: person.party ?? '' }
  return (
    <details open={typed !== null || problems.some(({ field }) => field.endsWith(`.${person.id}`))}>
      <summary>{t('users.change_roles')}</summary>
      <form method="post" action={`${paths.admin}/${person.id}/roles`}>
        <RoleChoices id={`roles.${person.id}`} chosen={values.roles} problems={problems} />
        <Select
          name="party"
          id={`party.${person.id}`}
          label={t('users.party')}
          value={values.party}
          choices={parties}
          none={t('users.no_party')}
          problems={problems}
          optional
        />
        <button type="submit">{t('users.save_roles')}</button>
      </form>
    </details>
  )
}

/** What an administrator can do about one person. */
export function PersonForms(props: Props) {
  const t = useT()
  const { person, own, secondFactor } = props
  if (person.disabledAt !== null) return <Act person={person} act="enable" what={t('users.enable')} />
  return (
    <>
      <Duties {...props} />
      <Act person={person} act="invite" what={t('users.new_link')} />
      {secondFactor && !own ? (
        <Act person={person} act="remove-second-factor" what={t('users.remove_second_factor')} />
      ) : null}
      {own ? null : <Act person={person} act="disable" what={t('users.disable')} />}
    </>
  )
}
