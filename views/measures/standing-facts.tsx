import type { Standing } from '../../src/standing/standing.types'
import { DayText, MaybeDay } from '../ui/day'
import { Facts } from '../ui/facts'
import { BASIS_WORDS, FRESHNESS_WORDS, TIME_WORDS } from '../ui/kinds'
import { useT } from '../ui/words'

/** What the rule says of a measure beside its label, in a few words each. */
export function StandingFacts({ standing }: { standing: Standing }) {
  const t = useT()
  const { basis, freshness, time, lastHeardOn, lastLookedOn, metOn } = standing
  return (
    <div class="standing-facts">
      <Facts
        facts={[
          { name: t('measures.basis'), value: t(BASIS_WORDS[basis]) },
          { name: t('measures.freshness'), value: t(FRESHNESS_WORDS[freshness]) },
          { name: t('measures.time'), value: t(TIME_WORDS[time]) },
          { name: t('measures.heard'), value: <MaybeDay day={lastHeardOn} none={t('measures.never')} /> },
          { name: t('measures.looked'), value: <MaybeDay day={lastLookedOn} none={t('measures.never')} /> },
          ...(metOn === null ? [] : [{ name: t('measures.met_on'), value: <DayText day={metOn} /> }]),
        ]}
      />
    </div>
  )
}
