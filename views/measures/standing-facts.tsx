import type { Day } from '../../src/lib/dates'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import { DayOf } from '../ui/day'
import { Facts } from '../ui/facts'
import { BASIS_WORDS, FRESHNESS_WORDS, TIME_WORDS } from '../ui/kinds'
import { useT } from '../ui/words'

/** What the rule says of a measure beside its label, in a few words each. */
export function StandingFacts({ standing, known }: { standing: Standing; known: DaysKnown }) {
  const t = useT()
  const { basis, freshness, time, lastHeardOn, lastLookedOn, metOn } = standing
  const dayFact = (name: string, day: Day | null) =>
    day === null ? [] : [{ name, value: <DayOf day={day} known={known.said} /> }]
  return (
    <div class="standing-facts">
      <Facts
        facts={[
          { name: t('measures.basis'), value: t(BASIS_WORDS[basis]) },
          { name: t('measures.freshness'), value: t(FRESHNESS_WORDS[freshness]) },
          { name: t('measures.time'), value: t(TIME_WORDS[time]) },
          ...dayFact(t('measures.heard'), lastHeardOn),
          ...dayFact(t('measures.looked'), lastLookedOn),
          ...dayFact(t('measures.met_on'), metOn),
        ]}
      />
    </div>
  )
}
