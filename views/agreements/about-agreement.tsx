import type { Agreement } from '../../src/agreements/agreement'
import type { Citation } from '../../src/cite/citation'
import { agreementThings } from '../../src/cite/json-ld'
import type { Score, Standing } from '../../src/standing/standing.types'
import type { About } from '../layout/about'
import type { Frame } from '../layout/frame'
import { shownDay } from '../ui/asked'
import { plain } from '../ui/plain'
import { AgreementLead } from './agreement-lead'

interface Props {
  frame: Frame
  agreement: Agreement
  score: Score
  standings: readonly Standing[]
}

/** What an agreement's page is about, its first words as the description. */
export function aboutAgreement({ frame, agreement, score, standings }: Props, cited: Citation): About {
  const lead = { agreement, score, standings, day: shownDay(frame) }
  const description = plain(<AgreementLead {...lead} />)
  return {
    ...{ page: cited.page, title: agreement.title, description },
    things: agreementThings(frame, agreement, cited, description),
  }
}
