import type { Score } from '../../src/standing/standing.types'
import { AgreementTable, type AgreementLine } from '../agreements/agreement-line'
import { CountsBar } from '../charts/counts-bar'
import { ScoreDots } from '../charts/score-dots'
import type { ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { SurvivalChart, type SurvivalPoint } from '../charts/survival-chart'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Lineage, type LineageStep } from '../measures/lineage'
import { Empty } from '../ui/empty'
import { nameOf, PartyLinks, type Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { TrackRecordFacts, type TrackRecord } from './track-record'

interface Props {
  frame: Frame
  names: Names
  /** Slugs of the two. */
  one: string
  other: string
  /** Over all measures of all agreements between them. */
  score: Score
  agreements: readonly AgreementLine[]
  /** Each chain of promises, oldest step first; single promises left out. */
  lineages: readonly (readonly LineageStep[])[]
  record: TrackRecord
  survival?: readonly SurvivalPoint[]
  method?: ScoreMethod
}

function Lead({ agreements, score, record }: Props) {
  const t = useT()
  return (
    <p class="lead">
      {t('parties.pair_lead', { agreements: agreements.length, measures: score.n })}{' '}
      {score.n === 0
        ? null
        : t('parties.pair_kept', {
            done: score.counts.implemented,
            moved: record.moved,
            repledged: record.repledged,
          })}
    </p>
  )
}

function FirstScreen({ names, score, record, survival }: Props) {
  const t = useT()
  return (
    <div class="grid two">
      <section>
        <h2>{t('parties.pair_score')}</h2>
        <CountsBar counts={score.counts} />
        <ScoreDots score={score} names={names} />
      </section>
      <section>
        <h2>{t('parties.record_heading')}</h2>
        <TrackRecordFacts record={record} />
        {survival && survival.length > 1 ? (
          <>
            <h2>{t('parties.pair_survival')}</h2>
            <SurvivalChart points={survival} />
          </>
        ) : null}
      </section>
    </div>
  )
}

/** The track record of two parties over all their agreements. */
export function PairPage(props: Props) {
  const { frame, names, one, other, agreements, lineages, method = 'progress' } = props
  const t = wordsIn(frame.locale)
  const title = t('parties.pair_title', { one: nameOf(names, one), other: nameOf(names, other) })
  return (
    <Page frame={frame} title={title}>
      <div class="kicker">
        <PartyLinks slugs={[one, other]} names={names} />
      </div>
      <h1>{title}</h1>
      <Lead {...props} />
      {agreements.length === 0 ? <Empty>{t('parties.pair_none')}</Empty> : <FirstScreen {...props} />}
      {agreements.length === 0 ? null : (
        <section id="agreements">
          <h2>{t('parties.pair_agreements')}</h2>
          <ScoreSwitch frame={frame} method={method} />
          <AgreementTable agreements={agreements} names={names} method={method} />
        </section>
      )}
      {lineages.length === 0 ? null : (
        <section id="lineages">
          <h2>{t('parties.pair_lineages')}</h2>
          <div class="columns">
            {lineages.map((steps) => (
              <div>
                <h3 dir="auto">{steps[0]?.title}</h3>
                <Lineage steps={steps} />
              </div>
            ))}
          </div>
        </section>
      )}
    </Page>
  )
}
