import type { Child } from 'hono/jsx'
import { paths } from '../../src/paths'
import type { Day } from '../../src/lib/dates'
import { AttentionRow, type AttentionItem } from '../attention/attention-item'
import { DraftRow, type DraftLine } from '../drafts/draft-row'
import type { OwnDraft } from '../drafts/drafts-page'
import { ReportRow, type ReportLine } from '../status-reports/report-line'
import { Go } from '../ui/asked'
import { Fold } from '../ui/fold'
import { nameOf, type Names } from '../ui/names'
import { useT } from '../ui/words'

/** What waits for the person who looks. */
export interface Waiting {
  /** The party they speak for. */
  party: string | null
  overdue: readonly AttentionItem[]
  stale: readonly AttentionItem[]
  /** Findings about the party that it has not answered. */
  findings: readonly ReportLine[]
  /** Reports that the person began, and those of others that wait for them. */
  drafts: readonly OwnDraft[]
  review: readonly DraftLine[]
}

interface Props {
  waiting: Waiting
  names: Names
  /** The day shown. */
  day: Day
}

const MOST = 5

/** The first of them; those after them one click away, so that a long list hides no other. */
function Some({ heading, rows }: { heading: string; rows: readonly Child[] }) {
  const t = useT()
  if (rows.length === 0) return null
  const cut = rows.length > MOST + 1 ? MOST : rows.length
  return (
    <div>
      <h3>{heading}</h3>
      <ul class="attention">{rows.slice(0, cut)}</ul>
      {cut === rows.length ? null : (
        <Fold summary={t('home.waiting_more', { count: rows.length - cut })}>
          <ul class="attention">{rows.slice(cut)}</ul>
        </Fold>
      )}
    </div>
  )
}

function Matters({
  heading,
  items,
  names,
  day,
}: {
  heading: string
  items: readonly AttentionItem[]
  names: Names
  day: Day
}) {
  const row = (item: AttentionItem) => <AttentionRow item={item} names={names} day={day} />
  return <Some heading={heading} rows={items.map(row)} />
}

function Drafts({
  heading,
  drafts,
  names,
  all,
}: {
  heading: string
  drafts: readonly (DraftLine | OwnDraft)[]
  names: Names
  all: string
}) {
  const t = useT()
  if (drafts.length === 0) return null
  return (
    <div>
      <h3>{heading}</h3>
      <ul class="attention">
        {drafts.slice(0, MOST).map((draft) => (
          <li class="report-row">
            <DraftRow draft={draft} names={names} state={'state' in draft ? draft.state : 'submitted'} />
          </li>
        ))}
      </ul>
      {drafts.length > MOST ? (
        <p class="links">
          <Go href={all}>{t('home.waiting_all', { count: drafts.length })}</Go>
        </p>
      ) : null}
    </div>
  )
}

export function WaitingSection({ waiting, names, day }: Props) {
  const t = useT()
  const { party, overdue, stale, findings, drafts, review } = waiting
  const nothing = overdue.length + stale.length + findings.length + drafts.length + review.length === 0
  return (
    <section class="waiting" aria-labelledby="waiting">
      <h2 id="waiting">
        {party === null
          ? t('home.waiting_heading')
          : t('home.waiting_party', { party: nameOf(names, party) })}
      </h2>
      {nothing ? <p>{t('home.waiting_none')}</p> : null}
      <div class="columns">
        <Drafts heading={t('home.waiting_review')} drafts={review} names={names} all={paths.review} />
        <Drafts heading={t('home.waiting_drafts')} drafts={drafts} names={names} all={paths.drafts} />
        <Matters heading={t('home.waiting_overdue')} items={overdue} names={names} day={day} />
        <Matters heading={t('home.waiting_stale')} items={stale} names={names} day={day} />
        <Some
          heading={t('home.waiting_findings')}
          rows={findings.map((line) => (
            <ReportRow line={line} names={names} />
          ))}
        />
      </div>
    </section>
  )
}
