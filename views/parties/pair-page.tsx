import type { Score } from '../../src/standing/standing.types'
import { AgreementTable, type AgreementLine } from '../agreements/agreement-line'
import { CountsBar } from '../charts/counts-bar'
import { ScoreDots } from '../charts/score-dots'
import type { ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { AgreementRows } from '../charts/agreement-rows'
import { PromiseThreads } from '../charts/promise-threads'
import type { Span } from '../charts/time-rows'
import { csvOf } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import type { LineageStep } from '../measures/lineage'
import { Empty } from '../ui/empty'
import { nameOf, PartyLinks, type Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { HowLong } from './how-long'
import { type Moves, Slippage } from './slippage'
import { TrackRecordFacts, type TrackRecord } from './track-record'

interface Props {
  frame: Frame
  names: Names
  /** Slugs of the two. */
  one: string
  other: string
  /** Over all measures of all agreements between them. */
  score: Score
  /** Those concluded by the day shown, latest first. */
  agreements: readonly AgreementLine[]
  /** From the first of them to the day shown. */
  span: Span
  /** Each chain of promises, oldest step first; single promises left out. */
  threads: readonly (readonly LineageStep[])[]
  record: TrackRecord
  /** Null where nothing was promised. */
  howLong: Omit<Parameters<typeof HowLong>[0], 'children'> | null
  moves: Moves
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

function FirstScreen({ names, score, record }: Props) {
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
      </section>
    </div>
  )
}

function Agreements({ frame, names, agreements, span, method = 'progress' }: Props) {
  const t = useT()
  return (
    <section id="agreements">
      <h2>{t('parties.pair_agreements')}</h2>
      <AgreementRows agreements={agreements} span={span} />
      <details class="as-table" open={frame.address.includes('score=')}>
        <summary>{t('ui.as_table')}</summary>
        <ScoreSwitch frame={frame} method={method} />
        <AgreementTable agreements={agreements} names={names} method={method} />
      </details>
    </section>
  )
}

/** The track record of two parties over all their agreements. */
export function PairPage(props: Props) {
  const { frame, names, one, other, agreements, span, threads, howLong, moves } = props
  const t = wordsIn(frame.locale)
  const title = t('parties.pair_title', { one: nameOf(names, one), other: nameOf(names, other) })
  return (
    <Page frame={frame} title={title}>
      <div class="kicker">
        <PartyLinks slugs={[one, other]} names={names} />
      </div>
      <h1>{title}</h1>
      <Lead {...props} />
      {agreements.length === 0 ? (
        <Empty>{t('parties.pair_none')}</Empty>
      ) : (
        <>
          <FirstScreen {...props} />
          <Agreements {...props} />
        </>
      )}
      {threads.length === 0 ? null : (
        <section id="lineages">
          <h2>{t('parties.pair_lineages')}</h2>
          <PromiseThreads threads={threads} span={span} />
        </section>
      )}
      {howLong ? <HowLong {...howLong} /> : null}
      {moves.slippage.dated === 0 ? null : <Slippage moves={moves} />}
      <p class="links">
        <a href={csvOf(frame.address)}>{t('pair.csv')}</a>
      </p>
    </Page>
  )
}
