import type { Problem } from '../../src/messages/problem'
import type { Offer } from '../../src/status-reports/report-permissions'
import type { ReportValues } from '../../src/status-reports/report-values'
import type { Channel, ReportKind } from '../../src/status-reports/status-report'
import type { MessageKey } from '../../src/messages/messages'
import { RadioGroup } from '../ui/choices'
import { type Choice, Hidden, Select, TextField } from '../ui/controls'
import { fieldId, ProblemText, problemOf } from '../ui/field'
import { REPORT_KIND_WORDS } from '../ui/kinds'
import { nameOf, type Names } from '../ui/names'
import { useT } from '../ui/words'
import { withTyped } from './typed'

const KIND_HINTS: Record<ReportKind, MessageKey> = {
  claim: 'filing.kind_hint.claim',
  finding: 'filing.kind_hint.finding',
}
const CHANNEL_WORDS: Record<Channel, MessageKey> = {
  own: 'labels.channel.own',
  public_source: 'labels.channel.public_source',
}
const CHANNEL_HINTS: Record<Channel, MessageKey> = {
  own: 'filing.channel_hint.own',
  public_source: 'filing.channel_hint.public_source',
}

interface Props {
  offer: Offer
  values: ReportValues
  problems: readonly Problem[]
  names: Names
}

interface SettledProps {
  name: string
  label: string
  choice: Choice
  problems: readonly Problem[]
}

/** What can be said in one way only is said, not asked. */
function Settled({ name, label, choice, problems }: SettledProps) {
  const t = useT()
  const problem = problemOf(t, problems, name)
  return (
    <div class={problem ? 'field wrong' : 'field'} id={fieldId(name)} tabindex={-1}>
      <p>
        {label} <b>{choice.label}</b>
      </p>
      <ProblemText id={fieldId(name)} problem={problem} />
      <Hidden name={name} value={choice.value} />
    </div>
  )
}

interface OneOfProps {
  name: 'kind' | 'channel'
  label: string
  choices: readonly Choice[]
  value: string
  problems: readonly Problem[]
}

function OneOf({ name, label, choices, value, problems }: OneOfProps) {
  const all = withTyped(choices, value)
  const only = all.length === 1 ? all[0] : undefined
  if (only) return <Settled name={name} label={label} choice={only} problems={problems} />
  return <RadioGroup name={name} label={label} choices={all} value={value} problems={problems} />
}

function PartyField({ offer, values, problems, names }: Props) {
  const t = useT()
  const label = t('filing.party')
  const parties = offer.parties.map((value) => ({ value, label: nameOf(names, value) }))
  const only = parties.length === 1 ? parties[0] : undefined
  const value = values.party
  if (offer.kinds.every((kind) => kind === 'finding') && value === '') return null
  if (only && offer.kinds.every((kind) => kind === 'claim') && (value === '' || value === only.value))
    return <Settled name="party" label={label} choice={only} problems={problems} />
  return (
    <Select
      name="party"
      label={label}
      hint={t('filing.party_hint')}
      value={value}
      choices={withTyped(parties, value)}
      none={t('filing.no_party')}
      problems={problems}
      optional
    />
  )
}

function ByFields({ offer, values, problems }: Props) {
  const t = useT()
  const typed = values.by_name !== '' || values.by_organisation !== ''
  if (!offer.channels.includes('public_source') && !typed) return null
  return (
    <>
      <TextField
        name="by_name"
        label={t('filing.by_name')}
        hint={t('filing.by_name_hint')}
        value={values.by_name}
        problems={problems}
        optional
      />
      <TextField
        name="by_organisation"
        label={t('filing.by_organisation')}
        value={values.by_organisation}
        problems={problems}
        optional
      />
    </>
  )
}

/** Who says it and how it comes here, as far as this person can choose. */
export function AuthorFields(props: Props) {
  const t = useT()
  const { offer, values, problems } = props
  const kinds = offer.kinds.map((value) => ({
    value,
    label: t(REPORT_KIND_WORDS[value]),
    hint: t(KIND_HINTS[value]),
  }))
  const channels = offer.channels.map((value) => ({
    value,
    label: t(CHANNEL_WORDS[value]),
    hint: t(CHANNEL_HINTS[value]),
  }))
  return (
    <section>
      <h2>{t('filing.who_heading')}</h2>
      <OneOf name="kind" label={t('filing.kind')} choices={kinds} value={values.kind} problems={problems} />
      <OneOf
        name="channel"
        label={t('filing.channel')}
        choices={channels}
        value={values.channel}
        problems={problems}
      />
      <PartyField {...props} />
      <ByFields {...props} />
    </section>
  )
}
