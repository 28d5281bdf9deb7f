import { LONGEST_TITLE } from '../../src/aims/aim.form'
import { first } from '../../src/lib/fields'
import { paths } from '../../src/paths'
import { EditorFormPage, type Shown } from '../parties/editor-form-page'
import { Go } from '../ui/asked'
import { TextField } from '../ui/controls'
import { wordsIn } from '../ui/words'

/** The form that adds to an agreement what it is for. */
export function AimFormPage({
  frame,
  form,
  fields,
  agreement,
}: Shown & { agreement: { slug: string; title: string } }) {
  const t = wordsIn(frame.locale)
  const { problems } = form
  const back = paths.agreement(agreement.slug)
  return (
    <EditorFormPage
      frame={frame}
      form={form}
      fields={fields}
      heading={t('aims.form.new_heading')}
      lead={
        <>
          <p>
            <Go href={back}>{agreement.title}</Go>
          </p>
          <p>{t('aims.form.new_lead')}</p>
        </>
      }
      action={paths.newAim(agreement.slug)}
      back={back}
      submit={t('aims.form.save_aim')}
    >
      <TextField
        name="title"
        label={t('aims.form.title')}
        hint={t('aims.form.title_hint')}
        value={first(fields, 'title')}
        maxlength={LONGEST_TITLE}
        problems={problems}
      />
      <TextField
        name="code"
        label={t('aims.form.code')}
        hint={t('aims.form.code_hint')}
        value={first(fields, 'code')}
        maxlength={32}
        problems={problems}
      />
    </EditorFormPage>
  )
}
