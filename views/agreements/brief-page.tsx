import type { Agreement } from '../../src/agreements/agreement'
import type { Question } from '../../src/attention/questions'
import type { Move } from '../../src/dashboards/moves'
import type { Day } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import type { AttentionItem } from '../attention/attention-item'
import type { Citation } from '../../src/cite/citation'
import { CountsBar } from '../charts/counts-bar'
import { Cite } from '../cite/cite'
import { pathOf, queryWithout } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go, shownDay } from '../ui/asked'
import { DayText, dayWords, InstantText } from '../ui/day'
import { namesOf, type Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT, wordsIn } from '../ui/words'
import { AgreementLead, NotYet } from './agreement-lead'
import { BriefLists, type BriefMeasure } from './brief-lists'
import { BriefScores } from './brief-scores'

interface Props {
  frame: Frame
  names: Names
  agreement: Agreement
  /** The day that the day shown is compared with. */
  since: Day
  score: Score
  measures: readonly BriefMeasure[]
  attention: readonly AttentionItem[]
  moves: readonly Move[]
  questions: readonly Question[]
  cited: Citation
}

function Heading({ agreement, names }: Props) {
  const t = useT()
  const kind = t(AGREEMENT_KIND_WORDS[agreement.kind])
  const day = <DayText day={agreement.concludedOn} precision={agreement.concludedOnPrecision} />
  return (
    <>
      <p class="kicker">
        <b>{t('brief.kicker')}</b>
        <span>
          {agreement.place
            ? t.rich('agreements.kind_place_day', { kind, place: agreement.place, day })
            : t.rich('agreements.kind_day', { kind, day })}
        </span>
        <span>{namesOf(t, names, agreement.parties)}</span>
      </p>
      <h1 class={agreement.withdrawn ? 'struck' : undefined} dir="auto">
        {agreement.title}
      </h1>
      {agreement.withdrawn ? <WithdrawnBanner withdrawn={agreement.withdrawn} names={names} /> : null}
    </>
  )
}

/** For the screen: what the page is for, and the day to compare with. */
function Tools({ frame, agreement, since }: Props) {
  const t = useT()
  return (
    <div class="brief-tools">
      <p>
        {t.rich('brief.print_hint', {
          a: (words) => <Go href={paths.agreement(agreement.slug)}>{words}</Go>,
        })}
      </p>
      <form method="get" action={pathOf(frame.address)}>
        {queryWithout(frame.address, 'since').map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label for="since">{t('brief.since_field')}</label>
        <input type="date" id="since" name="since" value={since} max={shownDay(frame)} required />
        <button type="submit">{t('brief.since_submit')}</button>
      </form>
    </div>
  )
}

/** The days and the entry it stands on, and where it can be read as it stood. */
function Foot({ frame, cited: { url, entry, knownAt } }: Props) {
  const t = useT()
  const asOf = <DayText day={shownDay(frame)} />
  return (
    <div class="brief-foot">
      <p>
        {t.rich('brief.stands_on', {
          asOf,
          knownAt: <InstantText at={knownAt} />,
          n: entry,
          a: (words) => <Go href={paths.ledgerEntry(entry)}>{words}</Go>,
        })}{' '}
        {frame.operator
          ? t('brief.kept_by', { product: t('common.product'), operator: frame.operator })
          : t('common.product')}
      </p>
      <p>{t.rich('brief.read_on', { url: <a href={url}>{url}</a> })}</p>
    </div>
  )
}

/** One printed page of an agreement: where it stands, what is overdue, disputed and stale, what moved, and what to ask. */
export function BriefPage(props: Props) {
  const { frame, agreement, score, measures } = props
  const t = wordsIn(frame.locale)
  const day = shownDay(frame)
  const early = agreement.concludedOn > day
  return (
    <Page
      frame={frame}
      sheet="brief.css"
      title={t('brief.title', { title: agreement.title })}
      description={t('agreements.between', { parties: namesOf(t, props.names, agreement.parties) })}
    >
      <div class="brief">
        <Tools {...props} />
        <Heading {...props} />
        {early ? (
          <NotYet agreement={agreement} day={day} />
        ) : (
          <>
            <AgreementLead
              agreement={agreement}
              score={score}
              standings={measures.map(({ standing }) => standing)}
              day={day}
            />
            <CountsBar counts={score.counts} />
            <BriefScores score={score} names={props.names} />
            <BriefLists {...props} day={day} sinceWords={dayWords(t, props.since)} />
          </>
        )}
        <Foot {...props} />
        <Cite citation={props.cited} query={`?since=${props.since}`} />
      </div>
    </Page>
  )
}
