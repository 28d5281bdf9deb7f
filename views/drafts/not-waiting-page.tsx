import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { wordsIn } from '../ui/words'

interface Props {
  frame: Frame
  /** What became of the draft in the meantime. */
  became: 'recorded' | 'returned' | 'taken back'
  /** Who did it. */
  by: string
  /** The report that it became. */
  report: string | null
}

const WORDS = {
  recorded: 'drafts.became.recorded',
  returned: 'drafts.became.returned',
  'taken back': 'drafts.became.taken_back',
} as const

/** Somebody else was first: the draft waits for nobody any more. */
export function NotWaitingPage({ frame, became, by, report }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('drafts.not_waiting')} dated={false}>
      <h1>{t('drafts.not_waiting')}</h1>
      <p class="banner" role="alert">
        {t(WORDS[became], { by })}
      </p>
      {report === null ? null : (
        <p>
          <Go href={paths.report(report)}>{t('drafts.to_report')}</Go>
        </p>
      )}
      <p>
        <Go href={paths.review}>{t('drafts.back_to_review')}</Go>
      </p>
    </Page>
  )
}
