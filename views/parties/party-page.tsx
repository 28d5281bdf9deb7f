import type { Child } from 'hono/jsx'
import type { Bodies } from '../../src/measures/bodies'
import type { Party, PartyWording } from '../../src/parties/party'
import { paths } from '../../src/paths'
import type { ScoreSums } from '../../src/standing/score'
import type { Score } from '../../src/standing/standing.types'
import type { AgreementLine } from '../agreements/agreement-line'
import { FoldedAgreements } from '../agreements/folded-agreements'
import { CountsBar } from '../charts/counts-bar'
import { ScoreDots } from '../charts/score-dots'
import type { ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { withParameter } from '../layout/elsewhere'
import type { FeedLink, Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { ChangeRow } from '../ledger/change'
import type { Change } from '../ledger/change-words'
import { FoldedMeasures } from '../measures/folded-measures'
import type { MeasureLine } from '../measures/measure-line'
import { Go, shownDay } from '../ui/asked'
import { Actions } from '../ui/facts'
import { nameOf, PartyLinks, type Names } from '../ui/names'
import { Pages } from '../ui/pages'
import { Revisions, type Revision } from '../ui/revisions'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT, wordsIn } from '../ui/words'
import { BodiesOf, type Charge } from './bodies'
import { Partners, PartyKicker, type Partner } from './partners'
import { SaidByParty, type PartySaid } from './party-said'
import { TrackRecordFacts, type TrackRecord } from './track-record'

interface Props {
  frame: Frame
  names: Names
  party: Party
  /** Slugs of the parties that are part of it. */
  forces: readonly string[]
  record: TrackRecord
  /** Over what it owes. */
  score: Score
  /** What the formulas of the score put in. */
  sums: ScoreSums
  /** Who is to act for it on what it owes. */
  bodies: Bodies<Charge>
  /** One page of the measures it owes. */
  owes: { lines: readonly MeasureLine[]; page: number; pages: number }
  said: PartySaid
  /** The latest of its agreements. */
  agreements: readonly AgreementLine[]
  /** How many there are in all. */
  agreementsTotal: number
  partners: readonly Partner[]
  changes: readonly Change[]
  revisions: readonly Revision<PartyWording>[]
  method?: ScoreMethod
  /** The party's own. */
  feeds?: FeedLink[]
  may?: { revise: boolean; withdraw: boolean }
}

function Kept({ record: { owed, dated, metOnTime, metLate, overdue } }: { record: TrackRecord }) {
  const t = useT()
  if (owed === 0) return null
  if (dated === 0) return <>{t('parties.lead_no_deadline')}</>
  const b = (words: Child[]) => <b>{words}</b>
  return <>{t.rich('parties.lead_kept', { dated, onTime: metOnTime, late: metLate, overdue, b })}</>
}

function Lead({ record }: { record: TrackRecord }) {
  const t = useT()
  return (
    <p class="lead">
      {t('parties.lead_owes', { owed: record.owed })} <Kept record={record} />
    </p>
  )
}

function Forces({ names, forces, level }: Pick<Props, 'names' | 'forces'> & { level: 2 | 3 }) {
  const t = useT()
  const Heading = `h${level}` as const
  if (forces.length === 0) return null
  return (
    <>
      <Heading>{t('parties.forces')}</Heading>
      <PartyLinks slugs={forces} names={names} />
    </>
  )
}

function FirstScreen({ score, sums, names, record, forces }: Props) {
  const t = useT()
  if (record.owed === 0) return <Forces names={names} forces={forces} level={2} />
  return (
    <div class="grid two">
      <section>
        <h2>{t('parties.score_heading')}</h2>
        <CountsBar counts={score.counts} />
        <ScoreDots score={score} names={names} sums={sums} />
      </section>
      <section>
        <h2>{t('parties.record_heading')}</h2>
        <TrackRecordFacts record={record} />
        <Forces names={names} forces={forces} level={3} />
      </section>
    </div>
  )
}

function Lists(props: Props) {
  const {
    frame,
    names,
    party,
    bodies,
    owes,
    said,
    agreements,
    partners,
    changes,
    method = 'progress',
  } = props
  const t = useT()
  return (
    <>
      <Partners partners={partners} party={party.slug} names={names} method={method} />
      {props.record.owed === 0 ? null : (
        <section id="owes">
          <h2>{t('parties.owes_heading')}</h2>
          <FoldedMeasures lines={owes.lines} names={names} day={shownDay(frame)} />
          <Pages
            page={owes.page}
            pages={owes.pages}
            address={(number) =>
              `${withParameter(frame.address, 'page', number === 1 ? null : String(number))}#owes`
            }
          />
        </section>
      )}
      <BodiesOf bodies={bodies} day={shownDay(frame)} />
      <SaidByParty said={said} names={names} />
      {agreements.length === 0 ? null : (
        <section id="agreements">
          <h2>{t('parties.agreements_heading')}</h2>
          <ScoreSwitch frame={frame} method={method} />
          <FoldedAgreements
            agreements={agreements}
            names={names}
            method={method}
            open={frame.address.includes('score=')}
          />
          {props.agreementsTotal > agreements.length ? (
            <p class="links">
              <Go href={`${paths.agreements}?party=${party.slug}`}>{t('parties.agreements_all')}</Go>
            </p>
          ) : null}
        </section>
      )}
      {changes.length === 0 ? null : (
        <section id="changes">
          <h2>{t('parties.changes_heading')}</h2>
          <ul class="changes">
            {changes.map((change) => (
              <ChangeRow change={change} names={names} withAgreement />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What a party owes and did: its track record, its measures, its agreements and with whom. */
export function PartyPage(props: Props) {
  const { frame, names, party, record, revisions, feeds = [], may } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={nameOf(names, party.slug)} feeds={feeds}>
      <PartyKicker party={party} names={names} />
      <h1 class={party.withdrawn ? 'struck' : undefined}>{nameOf(names, party.slug)}</h1>
      {party.withdrawn ? <WithdrawnBanner withdrawn={party.withdrawn} names={names} /> : null}
      <Lead record={record} />
      <Actions
        actions={[
          may?.revise ? { href: paths.reviseParty(party.slug), label: t('parties.revise') } : null,
          may?.withdraw ? { href: paths.withdrawParty(party.slug), label: t('parties.withdraw') } : null,
        ]}
      />
      <FirstScreen {...props} />
      <Lists {...props} />
      <Revisions revisions={revisions} address={paths.partyRevisions(party.slug)} names={names} />
    </Page>
  )
}
