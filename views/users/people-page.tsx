import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import { LONGEST_EMAIL, LONGEST_NAME, type User } from '../../src/users/user'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Select, TextField, type Choice } from '../ui/controls'
import { DayText } from '../ui/day'
import { ErrorSummary } from '../ui/error-summary'
import { ROLE_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'
import { type DutyValues, PersonForms } from './person-forms'
import { RoleChoices } from './role-choices'

/** What was typed into the form for a new person. */
export interface PersonValues extends DutyValues {
  email: string
  name: string
  organisation: string
}

export interface PeoplePageProps {
  frame: Frame
  people: readonly User[]
  /** The ids of those whose sign-in asks for a code. */
  secondFactors: ReadonlySet<string>
  /** The viewer's own id. */
  self: string
  /** The parties one can speak for, by slug. */
  parties: readonly Choice[]
  /** A link just made; shown this once. `unsent`: the mail server did not take it. */
  link: { name: string; email: string; address: string; unsent: boolean } | null
  /** Whom a link was just sent to. */
  sent: { name: string; email: string } | null
  adding: PersonValues
  /** Whose form was refused, and what was typed into it. */
  editing: { id: string; typed: DutyValues } | null
  /** Fields of a person's own form end in a dot and their id. */
  problems: readonly Problem[]
}

function NewLink({ name, email, address, unsent }: NonNullable<PeoplePageProps['link']>) {
  const t = useT()
  return (
    <section class="banner good" aria-labelledby="link" role="status">
      <h2 id="link">{t('users.link_heading', { name })}</h2>
      {unsent ? <p>{t('users.link_unsent', { email })}</p> : null}
      <p>
        <code>{address}</code>
      </p>
      <p>{t('users.link_once', { email })}</p>
    </section>
  )
}

function RolesOf({ person, parties }: { person: User; parties: readonly Choice[] }) {
  const t = useT()
  if (person.roles.length === 0) return <>{t('users.no_roles')}</>
  const party = parties.find(({ value }) => value === person.party)?.label ?? person.party
  return (
    <ul class="plain">
      {person.roles.map((role) => (
        <li>
          {role === 'reporter' && party !== null
            ? t('users.speaks_for', { role: t(ROLE_WORDS[role]), party })
            : t(ROLE_WORDS[role])}
        </li>
      ))}
    </ul>
  )
}

function Who({ person }: { person: User }) {
  return (
    <span id={`person-${person.id}`}>
      <b dir="auto">{person.name}</b>
      <br />
      {person.email}
      {person.organisation === null ? null : (
        <>
          <br />
          <span dir="auto">{person.organisation}</span>
        </>
      )}
    </span>
  )
}

function State({ person, secondFactor }: { person: User; secondFactor: boolean }) {
  const t = useT()
  if (person.disabledAt === null)
    return <>{t(secondFactor ? 'users.state_second_factor' : 'users.state_active')}</>
  return <>{t.rich('users.state_disabled', { day: <DayText day={person.disabledAt.slice(0, 10)} /> })}</>
}

function People({ people, secondFactors, parties, self, editing, problems }: PeoplePageProps) {
  const t = useT()
  const forms = (person: User) => (
    <PersonForms
      person={person}
      parties={parties}
      typed={editing?.id === person.id ? editing.typed : null}
      problems={problems}
      own={person.id === self}
      secondFactor={secondFactors.has(person.id)}
    />
  )
  return (
    <Table
      caption={t('users.people_list')}
      rows={people}
      columns={[
        { head: t('users.person'), names: true, cell: (person) => <Who person={person} /> },
        { head: t('users.roles'), cell: (person) => <RolesOf person={person} parties={parties} /> },
        {
          head: t('users.state'),
          cell: (person) => <State person={person} secondFactor={secondFactors.has(person.id)} />,
        },
        { head: t('users.actions'), cell: forms },
      ]}
    />
  )
}

function AddPerson({ adding, parties, problems }: PeoplePageProps) {
  const t = useT()
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('users.add_heading')}</h2>
      <form method="post" action={paths.admin} class="form">
        <TextField
          name="email"
          type="email"
          label={t('users.email')}
          value={adding.email}
          problems={problems}
          maxlength={LONGEST_EMAIL}
          autocomplete="off"
        />
        <TextField
          name="name"
          label={t('users.person')}
          value={adding.name}
          problems={problems}
          maxlength={LONGEST_NAME}
          autocomplete="off"
        />
        <TextField
          name="organisation"
          label={t('users.organisation')}
          hint={t('users.organisation_hint')}
          value={adding.organisation}
          problems={problems}
          maxlength={LONGEST_NAME}
          autocomplete="off"
          optional
        />
        <RoleChoices chosen={adding.roles} problems={problems} />
        <Select
          name="party"
          label={t('users.party')}
          hint={t('users.party_hint')}
          value={adding.party}
          choices={parties}
          none={t('users.no_party')}
          problems={problems}
          optional
        />
        <button type="submit">{t('users.add')}</button>
      </form>
    </section>
  )
}

/** Everybody with an account, for administrators. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, link, sent, problems } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('users.people')} dated={false}>
      <h1>{t('users.people')}</h1>
      <ErrorSummary problems={problems} />
      {link === null ? null : <NewLink {...link} />}
      {sent === null ? null : (
        <p class="banner good" role="status">
          {t('users.link_sent', sent)}
        </p>
      )}
      <p>{t('users.people_intro')}</p>
      <p>
        <Go href={paths.audit}>{t('audit.title')}</Go>
      </p>
      <People {...props} />
      <AddPerson {...props} />
    </Page>
  )
}
