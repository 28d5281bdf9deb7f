import type { ScoreMethod } from '../charts/score-methods'
import type { Names } from '../ui/names'
import { useT } from '../ui/words'
import { AgreementTable, type AgreementLine } from './agreement-line'

interface Props {
  agreements: readonly AgreementLine[]
  names: Names
  method: ScoreMethod
  /** Whether the reader asked for something in the table. */
  open: boolean
}

const FEW = 12
const LATEST = 6

/** Agreements as a table; of many, all but the latest stand folded. */
export function FoldedAgreements({ agreements, open, ...how }: Props) {
  const t = useT()
  const shown = agreements.length > FEW ? LATEST : agreements.length
  const rest = agreements.slice(shown)
  return (
    <>
      <AgreementTable agreements={agreements.slice(0, shown)} {...how} />
      {rest.length === 0 ? null : (
        <details class="folded" open={open}>
          <summary>{t('agreements.earlier', { count: rest.length })}</summary>
          <AgreementTable agreements={rest} {...how} />
        </details>
      )}
    </>
  )
}
