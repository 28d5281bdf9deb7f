import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { LabelMark } from '../ui/label-chip'
import { STAGE_WORDS } from '../ui/kinds'
import { nameOf, type Names } from '../ui/names'
import { markOfStage } from '../ui/report-card'
import { byWords } from '../ui/told'
import { useT } from '../ui/words'
import type { ClaimPosition, FindingPosition } from '../../src/standing/standing.types'

function Said({ position }: { position: ClaimPosition | FindingPosition }) {
  const t = useT()
  const { stage, asOf, report } = position
  return (
    <span class="chip">
      <LabelMark label={markOfStage(stage)} />
      <span>
        {t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })}
        <small>
          <Go href={paths.report(report)}>{t.rich('ui.as_of', { day: <DayText day={asOf} /> })}</Go>
        </small>
      </span>
    </span>
  )
}

/** Each party's word and the independent finding, side by side and never merged; silence is said. */
export function PositionTable({
  standing,
  parties,
  names,
}: {
  standing: Standing
  parties: readonly string[]
  names: Names
}) {
  const t = useT()
  const author = byWords(t, standing.finding?.by ?? null)
  const claims = new Map(standing.claims.map((claim) => [claim.party, claim]))
  const speakers = [...new Set([...parties, ...claims.keys()])]
  return (
    <dl class="beside">
      {speakers.map((party) => {
        const claim = claims.get(party)
        return (
          <div>
            <dt>{nameOf(names, party)}</dt>
            <dd>{claim ? <Said position={claim} /> : <i class="unknown">{t('measures.silent')}</i>}</dd>
          </div>
        )
      })}
      <div class="finding">
        <dt>{author ? t('measures.finding_by', { author }) : t('measures.finding')}</dt>
        <dd>
          {standing.finding ? (
            <Said position={standing.finding} />
          ) : (
            <i class="unknown">{t('measures.no_finding')}</i>
          )}
        </dd>
      </div>
    </dl>
  )
}
