import { paths } from '../../src/paths'
import type { ClaimPosition, DaysKnown, FindingPosition, Standing } from '../../src/standing/standing.types'
import { isForeign, type Source, sourceOf } from '../../src/status-reports/report-source'
import { Go } from '../ui/asked'
import { DayOf } from '../ui/day'
import { CONDITION_WORDS, STAGE_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { nameOf, namesOf, type Names } from '../ui/names'
import { markOfStage, type ReportView } from '../ui/report-card'
import { SOURCE_MARKS } from '../ui/source'
import { byWords } from '../ui/told'
import { useT } from '../ui/words'

interface SaidProps {
  position: ClaimPosition | FindingPosition
  source: Source | null
  known: DaysKnown
  /** Of whose duty it speaks, where that is not its own. */
  speaksOf: string | null
}

function Said({ position, source, known, speaksOf }: SaidProps) {
  const t = useT()
  const { stage, condition, asOf, report } = position
  return (
    <span class="chip">
      <LabelMark label={markOfStage(stage)} />
      <span>
        {t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })}
        <small class="facts">
          {condition === 'active' ? null : <span>{t(CONDITION_WORDS[condition])}</span>}
          <span>
            <Go href={paths.report(report)}>
              {t.rich('ui.as_of', { day: <DayOf day={asOf} known={known.said} /> })}
            </Go>
          </span>
          {source === null ? null : <span>{t(SOURCE_MARKS[source])}</span>}
          {speaksOf === null ? null : <span>{t('ui.on_duty_of', { owing: speaksOf })}</span>}
        </small>
      </span>
    </span>
  )
}

interface Props {
  standing: Standing
  parties: readonly string[]
  owedBy: readonly string[]
  names: Names
  known: DaysKnown
  /** The reports of the measure; those that count know how they came and what was answered. */
  reports: readonly ReportView[]
}

/** Who answered the finding that counts, each linked to the reply. */
function Answered({ view, names }: { view: ReportView | undefined; names: Names }) {
  const t = useT()
  const replies = view?.replies.filter(({ withdrawn }) => withdrawn === null) ?? []
  if (replies.length === 0) return null
  return (
    <ul class="inline">
      {replies.map(({ id, report, party }) => (
        <li>
          <Go href={`${paths.report(report)}#reply-${id}`}>
            {t('ui.answered_by', { party: nameOf(names, party) })}
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** As the agreement names its parties; who is not named, last. */
const byPlaceIn = (parties: readonly string[]) => (one: ClaimPosition, other: ClaimPosition) =>
  (parties.indexOf(one.party) + 1 || parties.length + 1) -
  (parties.indexOf(other.party) + 1 || parties.length + 1)

/** Each party's word and the independent finding, side by side and never merged; those who said nothing together. */
export function PositionTable({ standing, parties, owedBy, names, known, reports }: Props) {
  const t = useT()
  const viewOf = (id: string | undefined) => reports.find(({ report }) => report.id === id)
  const sourceIn = (id: string | undefined): Source | null => {
    const view = viewOf(id)
    return view ? sourceOf(view.report) : null
  }
  const { finding } = standing
  const author = byWords(t, finding?.by ?? null)
  const claims = new Map(standing.claims.toSorted(byPlaceIn(parties)).map((claim) => [claim.party, claim]))
  const silent = parties.filter((party) => !claims.has(party))
  return (
    <dl class="beside">
      {[...claims].map(([party, claim]) => (
        <div>
          <dt>{nameOf(names, party)}</dt>
          <dd>
            <Said
              position={claim}
              source={sourceIn(claim.report) ?? claim.channel}
              known={known}
              speaksOf={isForeign(party, owedBy) ? namesOf(t, names, owedBy) : null}
            />
          </dd>
        </div>
      ))}
      {silent.length === 0 ? null : (
        <div>
          <dt>{namesOf(t, names, silent)}</dt>
          <dd>
            <i class="unknown">{t('measures.silent', { count: silent.length })}</i>
          </dd>
        </div>
      )}
      <div class="finding">
        <dt>{author ? t('measures.finding_by', { author }) : t('measures.finding')}</dt>
        <dd>
          {finding ? (
            <>
              <Said position={finding} source={sourceIn(finding.report)} known={known} speaksOf={null} />
              <Answered view={viewOf(finding.report)} names={names} />
            </>
          ) : (
            <i class="unknown">{t('measures.no_finding')}</i>
          )}
        </dd>
      </div>
    </dl>
  )
}
