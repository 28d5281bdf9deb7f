import type { Agreement, AgreementWording } from '../../src/agreements/agreement'
import type { Aim } from '../../src/aims/aim'
import type { Implementability } from '../../src/measures/implementability'
import type { Note } from '../../src/notes/note'
import type { Day } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { ScoreSums } from '../../src/standing/score'
import type { Score, Standing } from '../../src/standing/standing.types'
import { AttentionRow, type AttentionItem } from '../attention/attention-item'
import type { Citation } from '../../src/cite/citation'
import { CountsBar } from '../charts/counts-bar'
import { EmbedCode } from '../embed/embed-code'
import { Cite } from '../cite/cite'
import { ScoreDots } from '../charts/score-dots'
import type { FeedLink, Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { ChangeRow } from '../ledger/change'
import type { Change } from '../ledger/change-words'
import { Go, shownDay } from '../ui/asked'
import { EvidenceList } from '../ui/evidence-list'
import { nameOf, type Names } from '../ui/names'
import { NoteList } from '../ui/note-list'
import { Revisions, type Revision } from '../ui/revisions'
import { Told } from '../ui/told'
import { useT, wordsIn } from '../ui/words'
import { AgreementDoings, type Allowed } from './agreement-doings'
import { AgreementHeading } from './agreement-heading'
import { aboutAgreement } from './about-agreement'
import { AgreementLead, NotYet } from './agreement-lead'
import { MeasureListing, type Chosen, type Listing } from './measure-listing'
import { DoneAndEffect } from './aims'
import { OnPaper } from './on-paper'
import { OverTime, type Past } from './over-time'

interface Props {
  frame: Frame
  names: Names
  agreement: Agreement
  score: Score
  /** What the formulas of the score put in. */
  sums: ScoreSums
  /** Of each measure, as is `implementability`. */
  standings: readonly Standing[]
  implementability: readonly Implementability[]
  /** One page of the measures, and what the address narrows them to. */
  listing: Listing
  chosen: Chosen
  /** Every theme of its measures. */
  themes: readonly string[]
  /** The gravest few. */
  attention: readonly AttentionItem[]
  /** How many there are in all. */
  attentionTotal: number
  aims: readonly Aim[]
  notes: readonly Note[]
  /** Newest first, the wording now not among them. */
  revisions: readonly Revision<AgreementWording>[]
  /** How many of its measures were withdrawn. */
  withdrawn: number
  /** The last few. */
  changes: readonly Change[]
  overTime: Past
  /** When what recurs under it was last carried out. */
  lastSession?: Day | null
  /** The agreement's own. */
  feeds?: FeedLink[]
  cited?: Citation
  may?: Allowed
}

function FirstScreen(props: Props) {
  const { frame, agreement, score, names, attention, attentionTotal, implementability } = props
  const t = useT()
  return (
    <div class="grid tall">
      <section>
        <h2>{t('agreements.score_heading')}</h2>
        <ScoreDots score={score} names={names} sums={props.sums} inputsAt={paths.score(agreement.slug)} />
        <h3>{t('agreements.counts_heading')}</h3>
        <CountsBar counts={score.counts} />
      </section>
      <section>
        <h2>{t('agreements.attention_heading')}</h2>
        {attention.length === 0 ? (
          <p>{t('agreements.attention_none')}</p>
        ) : (
          <ul class="attention">
            {attention.map((item) => (
              <AttentionRow item={item} names={names} day={shownDay(frame)} within="nothing" />
            ))}
          </ul>
        )}
        {attentionTotal > attention.length ? (
          <p class="hint">{t('agreements.attention_more', { count: attentionTotal - attention.length })}</p>
        ) : null}
      </section>
      <OnPaper implementability={implementability} />
    </div>
  )
}

function WithdrawnNote({ agreement, withdrawn }: Props) {
  const t = useT()
  if (withdrawn === 0) return null
  const address = `${paths.agreementRevisions(agreement.slug)}#withdrawn`
  return (
    <p class="hint">
      {t.rich('revisions.withdrawn_note', {
        count: withdrawn,
        a: (words) => <Go href={address}>{words}</Go>,
      })}
    </p>
  )
}

const isByMonth = ({ groups }: Listing): boolean =>
  groups.some(({ lines }) => lines.some(({ byMonth }) => byMonth))

function Measures(props: Props) {
  const { frame, names, agreement, standings, listing, chosen, themes } = props
  const t = useT()
  if (standings.length === 0) return <WithdrawnNote {...props} />
  return (
    <section id="measures">
      <h2>{t('agreements.measures_heading')}</h2>
      <p class="hint">
        {t('agreements.strip_note')} {isByMonth(listing) ? t('agreements.strip_by_month') : null}
      </p>
      <MeasureListing {...{ frame, names, listing, chosen, themes }} parties={agreement.parties} />
      <WithdrawnNote {...props} />
    </section>
  )
}

function Background({ agreement, notes, names, changes, may }: Props) {
  const t = useT()
  return (
    <div class="columns">
      {notes.length === 0 ? null : (
        <section id="notes">
          <h2>{t('agreements.notes_heading')}</h2>
          <NoteList notes={notes} names={names} mayWithdraw={may?.note} />
        </section>
      )}
      <section id="sources">
        <h2>{t('agreements.sources_heading')}</h2>
        {agreement.sources.length === 0 ? <p class="unknown">{t('agreements.sources_none')}</p> : null}
        <EvidenceList evidence={agreement.sources} />
      </section>
      <section id="changes">
        <h2>{t('agreements.changes_heading')}</h2>
        {changes.length === 0 ? <p>{t('agreements.changes_none')}</p> : null}
        <ul class="changes">
          {changes.map((change) => (
            <ChangeRow change={change} names={names} brief="of one" />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** One agreement: how much of it is done and by whose account, what needs attention, its measures and its background. */
export function AgreementPage(props: Props) {
  const { frame, names, agreement, score, standings, revisions, lastSession, feeds = [] } = props
  const t = wordsIn(frame.locale)
  const day = shownDay(frame)
  const early = agreement.concludedOn > day
  const parties = agreement.parties.map((slug) => nameOf(names, slug)).join(', ')
  return (
    <Page
      frame={frame}
      title={agreement.title}
      description={agreement.summary ?? t('agreements.between', { parties })}
      feeds={feeds}
      {...(props.cited ? { about: aboutAgreement(props, props.cited) } : {})}
      compare={paths.compareAgreement(agreement.slug)}
      presets={[
        { label: t('layout.preset_concluded'), asOf: agreement.concludedOn },
        ...(lastSession ? [{ label: t('layout.preset_session'), asOf: lastSession }] : []),
      ]}
    >
      <AgreementHeading agreement={agreement} names={names} />
      <AgreementLead agreement={agreement} score={score} standings={standings} day={day} />
      {agreement.summary ? (
        <Told text={agreement.summary} language={agreement.language} class="summary" />
      ) : null}
      <AgreementDoings agreement={agreement} names={names} may={props.may} />
      {early ? <NotYet agreement={agreement} day={day} /> : <FirstScreen {...props} />}
      <DoneAndEffect agreement={agreement} aims={props.aims} score={score} />
      {early ? null : <OverTime frame={frame} past={props.overTime} day={day} />}
      {early ? null : <Measures {...props} />}
      <Background {...props} />
      {props.cited ? <Cite citation={props.cited} /> : null}
      <EmbedCode frame={frame} page={paths.agreement(agreement.slug)} title={agreement.title} />
      <Revisions revisions={revisions} address={paths.agreementRevisions(agreement.slug)} names={names} />
    </Page>
  )
}
