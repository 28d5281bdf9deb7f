import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Empty } from '../ui/empty'
import type { Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { wordsIn } from '../ui/words'
import { ChangeRow } from './change'
import type { Change } from './change-words'

interface Props {
  frame: Frame
  names: Names
  /** Newest first, one page of them. */
  changes: readonly Change[]
  newer: string | null
  older: string | null
}

/** The public log: every change of the record, with its number. */
export function LedgerPage({ frame, names, changes, newer, older }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('ledger.heading')} dated="known">
      <h1>{t('ledger.heading')}</h1>
      <p class="lead">{t('ledger.lead')}</p>
      <p>{t.rich('ledger.check', { a: (words) => <Go href={paths.ledgerAbout}>{words}</Go> })}</p>
      {changes.length === 0 ? <Empty>{t('ledger.empty')}</Empty> : null}
      <ol class="changes ledger">
        {changes.map((change) => (
          <ChangeRow change={change} names={names} withAgreement />
        ))}
      </ol>
      <Pager newer={newer} older={older} />
    </Page>
  )
}
