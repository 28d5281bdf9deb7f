import { VERDICTS, type Verdict } from '../../src/aims/aim'
import { first } from '../../src/lib/fields'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { Channel } from '../../src/status-reports/status-report'
import { EvidenceBlocks } from '../agreements/evidence-form-page'
import { type Answers, EditorFormPage, type Shown } from '../parties/editor-form-page'
import { withTyped } from '../status-reports/typed'
import { Go } from '../ui/asked'
import { DayField, RadioGroup } from '../ui/choices'
import { Hidden, TextArea, TextField } from '../ui/controls'
import type { Names } from '../ui/names'
import { VERDICT_WORDS } from '../ui/record-kinds'
import { useT, wordsIn } from '../ui/words'
import { AssessmentItem, type AssessmentView } from './assessment-item'

interface Props extends Shown {
  names: Names
  agreement: { slug: string; title: string }
  aim: { code: string; title: string }
  /** How this person may record it, the usual way first. */
  channels: readonly Channel[]
  /** What others recorded while it was typed. */
  newer: readonly AssessmentView[]
}

const HINTS: Record<Verdict, MessageKey> = {
  advancing: 'aims.form.hint.advancing',
  unchanged: 'aims.form.hint.unchanged',
  receding: 'aims.form.hint.receding',
  disputed: 'aims.form.hint.disputed',
}

function Who({ fields, problems, channels }: Answers & Pick<Props, 'channels'>) {
  const t = useT()
  const usual = channels[0] ?? 'own'
  const choices = [
    { value: 'own', label: t('aims.form.own'), hint: t('aims.form.own_hint') },
    { value: 'public_source', label: t('aims.form.public'), hint: t('aims.form.public_hint') },
  ].filter(({ value }) => channels.some((channel) => channel === value))
  const typed = first(fields, 'by_name') !== '' || first(fields, 'by_organisation') !== ''
  return (
    <>
      {choices.length > 1 ? (
        <RadioGroup
          name="channel"
          label={t('aims.form.channel')}
          value={first(fields, 'channel') || usual}
          choices={choices}
          problems={problems}
        />
      ) : (
        <>
          <Hidden name="channel" value={usual} />
          <p class="hint">{t(usual === 'own' ? 'aims.form.own_hint' : 'aims.form.public_hint')}</p>
        </>
      )}
      {channels.includes('public_source') || typed ? <ByFields fields={fields} problems={problems} /> : null}
    </>
  )
}

function ByFields({ fields, problems }: Answers) {
  const t = useT()
  return (
    <>
      <TextField
        name="by_name"
        label={t('aims.form.by_name')}
        hint={t('aims.form.by_name_hint')}
        value={first(fields, 'by_name')}
        maxlength={200}
        problems={problems}
        optional
      />
      <TextField
        name="by_organisation"
        label={t('aims.form.by_organisation')}
        value={first(fields, 'by_organisation')}
        maxlength={200}
        problems={problems}
        optional
      />
    </>
  )
}

function What({ fields, problems }: Answers) {
  const t = useT()
  const verdicts = VERDICTS.map((value) => ({ value, label: t(VERDICT_WORDS[value]), hint: t(HINTS[value]) }))
  return (
    <>
      <RadioGroup
        name="verdict"
        label={t('aims.form.verdict')}
        value={first(fields, 'verdict')}
        choices={withTyped(verdicts, first(fields, 'verdict'))}
        problems={problems}
      />
      <DayField
        name="as_of"
        label={t('aims.form.as_of')}
        value={first(fields, 'as_of')}
        precision={first(fields, 'as_of_precision')}
        problems={problems}
      />
      <TextArea
        name="summary"
        label={t('aims.form.summary')}
        hint={t('aims.form.summary_hint')}
        value={first(fields, 'summary')}
        problems={problems}
        optional
      />
    </>
  )
}

function Overtaken({ newer, names }: Pick<Props, 'newer' | 'names'>) {
  const t = useT()
  return (
    <>
      <div class="banner" role="alert">
        <p>
          <b>{t('forms.overtaken_heading')}</b>
        </p>
        <p>{t('aims.form.overtaken')}</p>
      </div>
      <ul class="aims">
        {newer.map((view) => (
          <AssessmentItem view={view} names={names} />
        ))}
      </ul>
    </>
  )
}

/** The form that records which way somebody says that an aim is going. */
export function AssessmentFormPage(props: Props) {
  const { frame, form, fields, names, agreement, aim, channels, newer } = props
  const t = wordsIn(frame.locale)
  const answers = { fields, problems: form.problems }
  const back = paths.aim(agreement.slug, aim.code)
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={t('aims.form.assess_heading')}
      lead={
        <>
          <p>
            <Go href={back}>{aim.title}</Go>
          </p>
          <p>{t('aims.form.assess_lead')}</p>
        </>
      }
      conflict={newer.length === 0 ? null : <Overtaken newer={newer} names={names} />}
      action={paths.assessAim(agreement.slug, aim.code)}
      back={back}
      submit={t('aims.form.save')}
    >
      <What {...answers} />
      <Who {...answers} channels={channels} />
      <EvidenceBlocks {...answers} least={1} legend={t('aims.form.evidence')} />
    </EditorFormPage>
  )
}
