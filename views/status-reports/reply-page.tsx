import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Hidden, TextArea } from '../ui/controls'
import { ErrorSummary } from '../ui/error-summary'
import { nameOf, type Names } from '../ui/names'
import { ReportCard, type ReportView } from '../ui/report-card'
import { wordsIn } from '../ui/words'
import { MeasureKicker, type PlaceNamed } from './measure-kicker'

interface Props {
  frame: Frame
  names: Names
  place: PlaceNamed
  view: ReportView
  /** Whom the viewer replies for. */
  party: string
  text: string
  idempotencyKey: string
  problems: readonly Problem[]
  notice?: MessageKey | undefined
}

/** A party's answer to a finding, the finding in sight. */
export function ReplyPage({
  frame,
  names,
  place,
  view,
  party,
  text,
  idempotencyKey,
  problems,
  notice,
}: Props) {
  const t = wordsIn(frame.locale)
  const { agreement, measure } = place
  return (
    <Page frame={frame} title={t('filing.reply_title')} dated={false}>
      <MeasureKicker {...place} />
      <h1>{t('filing.reply_title')}</h1>
      <ErrorSummary problems={problems} />
      {notice ? (
        <p class="banner" role="alert">
          {t(notice)}
        </p>
      ) : null}
      <ReportCard {...view} names={names} />
      <p>
        {t.rich('filing.reply_lead', {
          party: nameOf(names, party),
          a: (words) => <Go href={paths.reportOn(agreement.slug, measure.code)}>{words}</Go>,
        })}
      </p>
      <form method="post" action={paths.replyTo(view.report.id)} class="form">
        <TextArea name="text" label={t('filing.reply_text')} value={text} problems={problems} />
        <Hidden name="idempotency_key" value={idempotencyKey} />
        <div class="joined">
          <button type="submit">{t('filing.reply')}</button>
        </div>
      </form>
      <p>
        <Go href={paths.report(view.report.id)}>{t('filing.back')}</Go>
      </p>
    </Page>
  )
}
