import type { AuditKind, AuditLine, Doer } from '../../src/audit/audit'
import { AUDITED } from '../../src/audit/audit'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { ROLES, type User } from '../../src/users/user'
import { csvOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Select, TextField } from '../ui/controls'
import { InstantText } from '../ui/day'
import { Pager } from '../ui/pager'
import { ROLE_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { useT, wordsIn, type Words } from '../ui/words'

interface Props {
  frame: Frame
  /** The latest first. */
  lines: readonly AuditLine[]
  people: readonly User[]
  /** What the list is narrowed to; null for anything. */
  filter: { kind: AuditKind | null; person: string | null; from: string | null; to: string | null }
  /** The addresses of the pages that follow and of the first; null where this is it. */
  older: string | null
  newest: string | null
}

const kindWords = (t: Words, kind: AuditKind): string => t(`audit.kind.${kind}`)

const ACTORS: Record<Exclude<Doer['as'], 'user'>, MessageKey> = {
  operator: 'audit.operator',
  stranger: 'audit.stranger',
}
const HOW: Record<string, MessageKey> = {
  password: 'audit.how.password',
  link: 'audit.how.link',
  code: 'audit.how.code',
  recovery_code: 'audit.how.recovery_code',
}

/** A person by name; one whose account is gone by the id alone. */
function Person({ id, people }: { id: string; people: readonly User[] }) {
  const person = people.find((one) => one.id === id)
  if (!person) return <code>{id}</code>
  return (
    <>
      <bdi>{person.name}</bdi>
      <br />
      <small>{person.email}</small>
    </>
  )
}

function detailWords(t: Words, { kind, detail }: AuditLine): string {
  if (detail === null) return ''
  if (kind === 'signed_in') return HOW[detail] ? t(HOW[detail]) : detail
  if (kind !== 'roles_changed' && kind !== 'user_added') return detail
  const roles = ROLES.filter((role) => detail.split(' ').includes(role)).map((role) => t(ROLE_WORDS[role]))
  return roles.length === 0 ? t('users.no_roles') : roles.join(', ')
}

function Lines({ lines, people }: Props) {
  const t = useT()
  if (lines.length === 0) return <p>{t('audit.none')}</p>
  const none = t('audit.empty')
  return (
    <Table<AuditLine>
      caption={t('audit.title')}
      quiet
      rows={lines}
      columns={[
        { head: t('audit.what'), names: true, cell: ({ kind }) => kindWords(t, kind) },
        { head: t('audit.when'), cell: ({ at }) => <InstantText at={at} /> },
        {
          head: t('audit.who'),
          cell: ({ actor }) =>
            actor.as === 'user' ? <Person id={actor.id ?? ''} people={people} /> : t(ACTORS[actor.as]),
        },
        {
          head: t('audit.whom'),
          cell: ({ subject, actor }) =>
            subject === null || subject === actor.id ? none : <Person id={subject} people={people} />,
        },
        { head: t('audit.detail'), cell: (line) => <bdi>{detailWords(t, line) || none}</bdi> },
        { head: t('audit.from'), cell: ({ address }) => address ?? none },
      ]}
    />
  )
}

function Filter({ filter, people }: Props) {
  const t = useT()
  const kinds = AUDITED.map((kind) => ({ value: kind, label: kindWords(t, kind) }))
  const persons = people.map(({ id, name, email }) => ({
    value: id,
    label: t('audit.person', { name, email }),
  }))
  const any = t('ui.any')
  return (
    <form method="get" action={paths.audit} class="filters" aria-label={t('ui.filter_heading')}>
      <Select
        name="kind"
        label={t('audit.what')}
        value={filter.kind ?? ''}
        choices={kinds}
        none={any}
        optional
      />
      <Select
        name="person"
        label={t('audit.about')}
        value={filter.person ?? ''}
        choices={persons}
        none={any}
        optional
      />
      <TextField name="from" type="date" label={t('audit.since')} value={filter.from ?? ''} optional />
      <TextField name="to" type="date" label={t('audit.until')} value={filter.to ?? ''} optional />
      <button type="submit">{t('ui.filter')}</button>
    </form>
  )
}

/** What was done with accounts, for administrators; nothing of it is ever changed or taken away. */
export function AuditPage(props: Props) {
  const { frame, older, newest } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('audit.title')} dated={false}>
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.intro')}</p>
      <Filter {...props} />
      <Lines {...props} />
      <Pager newer={newest} older={older} />
      <p>
        <a href={csvOf(frame.address)}>{t('audit.csv')}</a>
      </p>
      <p>
        <Go href={paths.admin}>{t('users.people')}</Go>
      </p>
    </Page>
  )
}
