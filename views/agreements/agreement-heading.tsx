import type { Agreement } from '../../src/agreements/agreement'
import { DayText } from '../ui/day'
import { PartyLinks, type Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT } from '../ui/words'

/** What an agreement is called, what it is, and between whom. */
export function AgreementHeading({ agreement, names }: { agreement: Agreement; names: Names }) {
  const t = useT()
  const kind = t(AGREEMENT_KIND_WORDS[agreement.kind])
  const day = <DayText day={agreement.concludedOn} precision={agreement.concludedOnPrecision} />
  return (
    <>
      <div class="kicker">
        <p>
          {agreement.place
            ? t.rich('agreements.kind_place_day', { kind, place: agreement.place, day })
            : t.rich('agreements.kind_day', { kind, day })}
        </p>
        <PartyLinks slugs={agreement.parties} names={names} />
      </div>
      <h1 class={agreement.withdrawn ? 'struck' : undefined} dir="auto">
        {agreement.title}
      </h1>
      {agreement.withdrawn ? <WithdrawnBanner withdrawn={agreement.withdrawn} names={names} /> : null}
    </>
  )
}
