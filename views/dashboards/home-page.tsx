import type { Child } from 'hono/jsx'
import { paths } from '../../src/paths'
import type { ScoreSums } from '../../src/standing/score'
import type { Score } from '../../src/standing/standing.types'
import { AgreementTable, type AgreementLine } from '../agreements/agreement-line'
import { AttentionRow, type AttentionItem } from '../attention/attention-item'
import { AttentionSum, type AttentionCounts } from '../attention/attention-sum'
import { CountsBar } from '../charts/counts-bar'
import { ScoreDots } from '../charts/score-dots'
import type { ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { registerThings } from '../../src/cite/json-ld'
import type { About } from '../layout/about'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { ChangeRow } from '../ledger/change'
import type { Change } from '../ledger/change-words'
import { Go, shownDay } from '../ui/asked'
import { Empty } from '../ui/empty'
import { Fold } from '../ui/fold'
import { Actions } from '../ui/facts'
import type { Names } from '../ui/names'
import { useT, wordsIn } from '../ui/words'
import { WaitingSection, type Waiting } from './waiting'

interface Props {
  frame: Frame
  names: Names
  /** Over all measures of all agreements. */
  score: Score
  /** What the formulas of the score put in. */
  sums: ScoreSums
  /** The latest of them. */
  agreements: readonly AgreementLine[]
  /** How many there are in all. */
  agreementsTotal: number
  /** The gravest few. */
  attention: readonly AttentionItem[]
  /** How many there are in all, for each reason. */
  attentionCounts: AttentionCounts
  /** The last few. */
  changes: readonly Change[]
  method?: ScoreMethod
  waiting?: Waiting | undefined
}

/** How many measures count as verified; the score is a percentage of them. */
const verifiedOf = ({ strict, n }: Score): number => Math.round(((strict ?? 0) * n) / 100)

function Lead({ score, agreementsTotal }: Props) {
  const t = useT()
  const b = (words: Child[]) => <b>{words}</b>
  return (
    <p class="lead">
      {t.rich('home.lead', {
        agreements: agreementsTotal,
        measures: score.n,
        verified: verifiedOf(score),
        unknown: score.counts.not_assessed,
        b,
      })}{' '}
      {score.low === null || score.high === null
        ? null
        : t.rich('home.range', { low: Math.round(score.low), high: Math.round(score.high), b })}
    </p>
  )
}

function Attention({ frame, names, attention, attentionCounts }: Props) {
  const t = useT()
  return (
    <section>
      <h2>{t('home.attention_heading')}</h2>
      {attention.length === 0 ? <p>{t('home.attention_none')}</p> : null}
      <AttentionSum counts={attentionCounts} />
      <ul class="attention">
        {attention.map((item) => (
          <AttentionRow item={item} names={names} day={shownDay(frame)} within="agreement" />
        ))}
      </ul>
      {attention.length === 0 ? null : (
        <p class="links">
          <Go href={paths.attention}>{t('attention.all')}</Go>
        </p>
      )}
    </section>
  )
}

function Changes({ names, changes }: Props) {
  const t = useT()
  return (
    <section>
      <h2>{t('home.changes_heading')}</h2>
      <ul class="changes">
        {changes.map((change) => (
          <ChangeRow change={change} names={names} brief="of several" />
        ))}
      </ul>
      <p class="links">
        <Go href={paths.ledger}>{t('home.changes_all')}</Go>
        <Go href={paths.compare}>{t('compare.link')}</Go>
      </p>
    </section>
  )
}

/** As many agreements as the first page lists without a click. */
const LATEST = 12

function Dashboard(props: Props) {
  const t = useT()
  const { frame, names, score, sums, agreements, method = 'progress' } = props
  const cut = agreements.length > LATEST + 1 ? LATEST : agreements.length
  return (
    <>
      <Lead {...props} />
      <div class="grid tall">
        <section>
          <h2>{t('home.score_heading')}</h2>
          <ScoreDots score={score} names={names} sums={sums} />
          <h3>{t('home.counts_heading')}</h3>
          <CountsBar counts={score.counts} />
        </section>
        <Attention {...props} />
        <Changes {...props} />
      </div>
      <section id="agreements">
        <h2>{t('home.agreements_heading')}</h2>
        <ScoreSwitch frame={frame} method={method} />
        <AgreementTable agreements={agreements.slice(0, cut)} names={names} method={method} />
        {cut === agreements.length ? null : (
          <Fold summary={t('home.agreements_more', { count: agreements.length - cut })}>
            <AgreementTable agreements={agreements.slice(cut)} names={names} method={method} />
          </Fold>
        )}
        <p class="links">
          <Go href={paths.agreements}>{t('home.agreements_all')}</Go>
        </p>
      </section>
    </>
  )
}

function NothingYet({ frame }: Props) {
  const t = useT()
  return (
    <>
      <Empty heading={t('home.empty_heading')}>
        {t.rich('home.empty', { a: (words) => <Go href={paths.method}>{words}</Go> })}
      </Empty>
      <Actions
        actions={[
          frame.viewer?.roles.includes('editor')
            ? { href: paths.newAgreement, label: t('home.empty_add') }
            : null,
        ]}
      />
    </>
  )
}

function aboutRegister(frame: Frame): About {
  const description = wordsIn(frame.locale)('home.title')
  return {
    ...{ page: paths.home, title: wordsIn(frame.locale)('common.product'), description },
    things: registerThings(frame, description),
  }
}

/** The dashboard over all agreements: how much is done and by whose account, what needs attention, what changed last. */
export function HomePage(props: Props) {
  const { frame, names, agreements, waiting } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('home.title')} description={t('home.title')} about={aboutRegister(frame)}>
      {waiting ? <WaitingSection waiting={waiting} names={names} day={shownDay(frame)} /> : null}
      <h1>{t('home.title')}</h1>
      {agreements.length === 0 ? <NothingYet {...props} /> : <Dashboard {...props} />}
    </Page>
  )
}
