import { first } from '../../src/lib/fields'
import { NOTE_KINDS } from '../../src/notes/note'
import { paths } from '../../src/paths'
import { EvidenceBlocks } from '../agreements/evidence-form-page'
import { type Answers, EditorFormPage, type Shown, Whereabouts } from '../parties/editor-form-page'
import { withTyped } from '../status-reports/typed'
import { Go } from '../ui/asked'
import { DayField } from '../ui/choices'
import { Select, TextArea, type Choice } from '../ui/controls'
import { NOTE_KIND_WORDS } from '../ui/record-kinds'
import { useT, wordsIn } from '../ui/words'

interface Props extends Shown {
  agreement: { slug: string; title: string }
  /** Null for a note on the agreement as a whole. */
  measure: { code: string; title: string } | null
  /** The parties that may have said it. */
  choices: readonly Choice[]
}

function Words({ fields, problems, choices }: Answers & Pick<Props, 'choices'>) {
  const t = useT()
  const kinds = NOTE_KINDS.map((value) => ({ value, label: t(NOTE_KIND_WORDS[value]) }))
  return (
    <>
      <DayField
        name="on"
        label={t('forms.note.on')}
        value={first(fields, 'on')}
        precision={first(fields, 'on_precision')}
        problems={problems}
      />
      <Select
        name="kind"
        label={t('forms.note.kind')}
        value={first(fields, 'kind')}
        choices={withTyped(kinds, first(fields, 'kind'))}
        problems={problems}
      />
      <TextArea
        name="text"
        label={t('forms.note.text')}
        value={first(fields, 'text')}
        rows={5}
        problems={problems}
      />
      <Select
        name="by_party"
        label={t('forms.note.by_party')}
        hint={t('forms.note.by_party_hint')}
        value={first(fields, 'by_party')}
        choices={withTyped(choices, first(fields, 'by_party'))}
        none={t('forms.note.by_party_none')}
        problems={problems}
        optional
      />
    </>
  )
}

/** The form of a note on a measure, or on an agreement as a whole. */
export function NoteFormPage({ frame, form, fields, agreement, measure, choices }: Props) {
  const t = wordsIn(frame.locale)
  const answers = { fields, problems: form.problems }
  const { slug } = agreement
  const back = measure ? paths.measure(slug, measure.code) : paths.agreement(slug)
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={t('forms.note.heading')}
      lead={
        <>
          {measure ? (
            <Whereabouts agreement={agreement} measure={measure} />
          ) : (
            <p>
              <Go href={back}>{agreement.title}</Go>
            </p>
          )}
          <p>{t('forms.note.lead')}</p>
        </>
      }
      action={measure ? paths.noteOn(slug, measure.code) : paths.noteOnAgreement(slug)}
      back={back}
      submit={t('forms.note.save')}
    >
      <Words {...answers} choices={choices} />
      <EvidenceBlocks {...answers} least={1} legend={t('forms.evidence_legend')} />
    </EditorFormPage>
  )
}
