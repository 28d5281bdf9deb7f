import { paths } from '../../src/paths'
import { fieldsFrom, type ReportValues } from '../../src/status-reports/report-values'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Hidden } from '../ui/controls'
import { wordsIn } from '../ui/words'
import { TypedList } from './typed-list'

interface Props {
  frame: Frame
  /** The address that the form was posted to. */
  action: string
  values: ReportValues
}

/** A form whose session had ended: all that was typed, kept by this page alone until its author has signed in again. */
export function KeptPage({ frame, action, values }: Props) {
  const t = wordsIn(frame.locale)
  const signIn = `${paths.signIn}?${new URLSearchParams({ next: paths.drafts }).toString()}`
  return (
    <Page frame={frame} title={t('drafts.kept_title')} dated={false}>
      <h1>{t('drafts.kept_title')}</h1>
      <p class="banner" role="alert">
        {t('drafts.kept_lead')}
      </p>
      <ol>
        <li>
          <a href={signIn} target="_blank" rel="noopener">
            {t('drafts.kept_sign_in')}
          </a>
        </li>
        <li>{t('drafts.kept_go_on')}</li>
      </ol>
      <form method="post" action={action} class="form">
        {fieldsFrom(values).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <div class="joined">
          <button type="submit" name="change" value="1">
            {t('drafts.go_on')}
          </button>
          <button type="submit" class="quiet" name="save" value="1">
            {t('drafts.save')}
          </button>
        </div>
      </form>
      <h2>{t('drafts.typed')}</h2>
      <TypedList values={values} />
    </Page>
  )
}
