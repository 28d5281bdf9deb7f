import type { Agreement, AgreementWording } from '../../src/agreements/agreement'
import { AGREEMENT_KINDS } from '../../src/agreements/agreement'
import { first } from '../../src/lib/fields'
import { paths } from '../../src/paths'
import {
  type Answers,
  CheckboxGroup,
  Conflict,
  EditorFormPage,
  LanguageField,
  ReasonField,
  type Shown,
  SlugField,
} from '../parties/editor-form-page'
import { withTyped } from '../status-reports/typed'
import { Go } from '../ui/asked'
import { Select, TextArea, TextField, type Choice } from '../ui/controls'
import { DayField } from '../ui/choices'
import type { Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { useT, wordsIn } from '../ui/words'
import { agreementFacets } from './agreement-facets'
import { EvidenceBlocks } from './evidence-form-page'

interface Props extends Shown {
  /** The parties that it may bind. */
  choices: readonly Choice[]
  /** The agreement as it is worded now; null for a new one. */
  agreement: Agreement | null
  /** What was typed, where somebody else was faster. */
  yours: AgreementWording | null
  names: Names
}

function Wording({ fields, problems }: Answers) {
  const t = useT()
  const kinds = AGREEMENT_KINDS.map((value) => ({ value, label: t(AGREEMENT_KIND_WORDS[value]) }))
  return (
    <>
      <TextField
        name="title"
        label={t('forms.agreement.title')}
        value={first(fields, 'title')}
        maxlength={300}
        problems={problems}
      />
      <Select
        name="kind"
        label={t('forms.agreement.kind')}
        value={first(fields, 'kind')}
        choices={withTyped(kinds, first(fields, 'kind'))}
        problems={problems}
      />
      <DayField
        name="concluded_on"
        label={t('forms.agreement.concluded_on')}
        value={first(fields, 'concluded_on')}
        precision={first(fields, 'concluded_on_precision')}
        problems={problems}
      />
      <TextField
        name="place"
        label={t('forms.agreement.place')}
        value={first(fields, 'place')}
        maxlength={200}
        problems={problems}
        optional
      />
      <TextArea
        name="summary"
        label={t('forms.agreement.summary')}
        value={first(fields, 'summary')}
        rows={6}
        problems={problems}
        optional
      />
      <LanguageField fields={fields} problems={problems} />
    </>
  )
}

function Parties({ fields, problems, choices }: Answers & Pick<Props, 'choices'>) {
  const t = useT()
  if (choices.length === 0)
    return (
      <p id="field-parties">
        {t.rich('forms.agreement.parties_none', { a: (words) => <Go href={paths.newParty}>{words}</Go> })}
      </p>
    )
  return (
    <CheckboxGroup
      name="parties"
      label={t('forms.agreement.parties')}
      hint={t('forms.agreement.parties_hint')}
      values={fields['parties'] ?? []}
      choices={choices}
      problems={problems}
    />
  )
}

/** The form of a new agreement, or of another wording of one. */
export function AgreementFormPage({ frame, form, fields, choices, agreement, yours, names }: Props) {
  const t = wordsIn(frame.locale)
  const answers = { fields, problems: form.problems }
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={
        agreement ? t('forms.agreement.revise', { agreement: agreement.title }) : t('forms.agreement.new')
      }
      action={agreement ? paths.reviseAgreement(agreement.slug) : paths.newAgreement}
      back={agreement ? paths.agreement(agreement.slug) : paths.agreements}
      submit={t(agreement ? 'forms.party.save_revision' : 'forms.agreement.save')}
      conflict={
        agreement && yours ? (
          <Conflict now={agreementFacets(t, agreement, names)} yours={agreementFacets(t, yours, names)} />
        ) : null
      }
    >
      {agreement ? null : <SlugField {...answers} example="army-chiefs-tehran-2017" />}
      <Wording {...answers} />
      <Parties {...answers} choices={choices} />
      <EvidenceBlocks {...answers} least={2} legend={t('forms.sources')} />
      {agreement ? <ReasonField {...answers} /> : null}
    </EditorFormPage>
  )
}
