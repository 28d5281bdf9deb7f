import { first } from '../../src/lib/fields'
import { PARTY_KINDS, type PartyWording } from '../../src/parties/party'
import { paths } from '../../src/paths'
import { withTyped } from '../status-reports/typed'
import { Select, TextField, type Choice } from '../ui/controls'
import { RadioGroup } from '../ui/choices'
import type { Names } from '../ui/names'
import { PARTY_KIND_WORDS } from '../ui/record-kinds'
import { languageWords } from '../ui/told'
import { useT, wordsIn } from '../ui/words'
import {
  type Answers,
  Conflict,
  EditorFormPage,
  ReasonField,
  type Shown,
  SlugField,
} from './editor-form-page'
import { partyFacets } from './party-facets'

/** The languages of the countries this register began with; others that a party has are kept. */
const LANGUAGES = ['fa', 'ur', 'ar']

interface Props extends Shown {
  /** The parties that it may be part of. */
  choices: readonly Choice[]
  /** The party as it is worded now; null for a new one. */
  party: { slug: string; wording: PartyWording } | null
  /** What was typed, where somebody else was faster. */
  yours: PartyWording | null
  names: Names
}

function Name({ fields, problems, language }: Answers & { language: string }) {
  const t = useT()
  const name = `names.${language}`
  return (
    <TextField
      name={name}
      label={t('forms.party.names', { language: languageWords(t, language) })}
      value={first(fields, name)}
      problems={problems}
      optional
    />
  )
}

function Wording({ fields, problems, choices }: Answers & Pick<Props, 'choices'>) {
  const t = useT()
  const others = Object.keys(fields).filter((name) => name.startsWith('names.'))
  const kinds = PARTY_KINDS.map((value) => ({ value, label: t(PARTY_KIND_WORDS[value]) }))
  const languages = [...new Set([...LANGUAGES, ...others.map((name) => name.slice('names.'.length))])]
  return (
    <>
      <TextField
        name="name"
        label={t('forms.party.name')}
        value={first(fields, 'name')}
        maxlength={200}
        problems={problems}
      />
      <RadioGroup
        name="kind"
        label={t('forms.party.kind')}
        value={first(fields, 'kind')}
        choices={withTyped(kinds, first(fields, 'kind'))}
        problems={problems}
      />
      <Select
        name="part_of"
        label={t('forms.party.part_of')}
        hint={t('forms.party.part_of_hint')}
        value={first(fields, 'part_of')}
        choices={withTyped(choices, first(fields, 'part_of'))}
        none={t('forms.party.part_of_none')}
        problems={problems}
        optional
      />
      {languages.map((language) => (
        <Name fields={fields} problems={problems} language={language} />
      ))}
    </>
  )
}

/** The form of a new party, or of another wording of one. */
export function PartyFormPage({ frame, form, fields, choices, party, yours, names }: Props) {
  const t = wordsIn(frame.locale)
  const { problems } = form
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={party ? t('forms.party.revise', { party: party.wording.name }) : t('forms.party.new')}
      action={party ? paths.reviseParty(party.slug) : paths.newParty}
      back={party ? paths.party(party.slug) : paths.parties}
      submit={t(party ? 'forms.party.save_revision' : 'forms.party.save')}
      conflict={
        party && yours ? (
          <Conflict now={partyFacets(t, party.wording, names)} yours={partyFacets(t, yours, names)} />
        ) : null
      }
    >
      {party ? null : <SlugField fields={fields} problems={problems} example="pakistan" />}
      <Wording fields={fields} problems={problems} choices={choices} />
      {party ? <ReasonField fields={fields} problems={problems} /> : null}
    </EditorFormPage>
  )
}
