import type { Child } from 'hono/jsx'
import { type DayPassed, isToldLate } from '../../src/days/day-passed'
import type { Verdict } from '../../src/aims/aim'
import type { Entry } from '../../src/ledger/entry'
import { type Day, type Precision } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { replySourceOf } from '../../src/replies/reply'
import { isForeign, sourceOf } from '../../src/status-reports/report-source'
import type { StatusReport } from '../../src/status-reports/status-report'
import { Go } from '../ui/asked'
import { DayText } from '../ui/day'
import { nameOf, namesOf, type Names } from '../ui/names'
import { ENTRY_KIND_WORDS, SUBJECT_WORDS } from '../ui/record-kinds'
import { useT, type Words } from '../ui/words'

/** One entry of the ledger with what a sentence about it needs. */
export interface Change {
  entry: Entry
  agreement: { slug: string; title: string } | null
  measure: { code: string; title: string } | null
  /** Who claims or replies; or the party that was added or revised. */
  party: string | null
  report: Pick<StatusReport, 'id' | 'kind' | 'stage' | 'reason' | 'asOf' | 'asOfPrecision' | 'channel'> | null
  /** The report that was replied to. */
  answered: string | null
  /** Who owes the measure. */
  owedBy: string[]
  /** What a deadline decision set; `on` null where it lifted the deadline. */
  due: { on: Day | null; precision: Precision } | null
  /** The title of what has one besides agreement and measure, such as an aim. */
  title: string | null
  /** What a day brought. */
  passed?: (DayPassed & { days: number }) | null
  /** The aim that was added or assessed, and which way it was said to go. */
  aim?: { code: string; title: string; verdict: Verdict | null } | null
  redacted: boolean
}

/** What the change is about, as a link where it has a page. */
function Subject({ change, names }: { change: Change; names: Names }) {
  const t = useT()
  const { agreement, measure, party, entry, title, aim } = change
  if (agreement && aim)
    return (
      <Go href={paths.aim(agreement.slug, aim.code)}>
        <span dir="auto">{aim.title}</span>
      </Go>
    )
  if (agreement && measure)
    return (
      <Go href={paths.measure(agreement.slug, measure.code)}>
        <span dir="auto">{measure.title}</span>
      </Go>
    )
  if (agreement)
    return (
      <Go href={paths.agreement(agreement.slug)}>
        <span dir="auto">{title ?? agreement.title}</span>
      </Go>
    )
  if (party) return <Go href={paths.party(party)}>{nameOf(names, party)}</Go>
  return <span dir="auto">{title ?? t(SUBJECT_WORDS[entry.subject.type])}</span>
}

function reportSentence(t: Words, change: Change, names: Names, subject: Child): Child {
  const { report, party, entry, owedBy } = change
  if (!report) return null
  const values = {
    subject,
    party: nameOf(names, party ?? ''),
    owing: namesOf(t, names, owedBy),
    stage: report.stage ?? 'null',
    day: <DayText day={report.asOf} precision={report.asOfPrecision} />,
    source: sourceOf({ channel: report.channel, actor: entry.actor }),
    a: (words: Child[]) => <Go href={paths.report(report.id)}>{words}</Go>,
  }
  if (report.kind === 'finding')
    return t.rich(report.stage === null ? 'ledger.looked' : 'ledger.finds', values)
  const foreign = owedBy.length > 0 && isForeign(party, owedBy)
  return t.rich(foreign ? 'ledger.claims_of' : 'ledger.claims', values)
}

function replySentence(t: Words, change: Change, names: Names, subject: Child): Child {
  const { party, answered, entry } = change
  return t.rich('ledger.replied', {
    subject,
    party: nameOf(names, party ?? ''),
    source: replySourceOf(entry),
    a: (words: Child[]) =>
      answered === null ? (
        <>{words}</>
      ) : (
        <Go href={`${paths.report(answered)}#reply-${entry.subject.id}`}>{words}</Go>
      ),
  })
}

const daySentence = (t: Words, { entry }: Change, passed: NonNullable<Change['passed']>, subject: Child) =>
  t.rich('days.change', {
    event: passed.event,
    days: passed.days,
    late: isToldLate(passed.day, entry.enteredAt) ? 'yes' : 'no',
    subject,
    day: <DayText day={passed.day} />,
    on: <DayText day={passed.on} precision={passed.onPrecision} />,
  })

function redactionSentence(t: Words, { entry, agreement }: Change, subject: Child): Child {
  const n = Number(entry.subject.id)
  const a = (words: Child[]) => <Go href={`${paths.ledger}?before=${n + 1}#entry-${n}`}>{words}</Go>
  return agreement
    ? t.rich('ledger.redaction', { n, subject, a })
    : t.rich('ledger.redaction_plain', { n, a })
}

/** Where a revision stands beside what it replaced. */
function revisionsOf({ entry, agreement, measure, party }: Change): string | null {
  if (entry.kind === 'measure_revised' && agreement && measure)
    return paths.measureRevisions(agreement.slug, measure.code)
  if (entry.kind === 'agreement_revised' && agreement) return paths.agreementRevisions(agreement.slug)
  return entry.kind === 'party_revised' && party ? paths.partyRevisions(party) : null
}

/** What happened, as one sentence; what it is about and what was said link to their pages. */
export function changeWords(t: Words, change: Change, names: Names): Child {
  const subject = <Subject change={change} names={names} />
  const { entry, report, due, party } = change
  if (change.redacted) return t.rich('ledger.redacted', { kind: t(ENTRY_KIND_WORDS[entry.kind]), subject })
  if (entry.kind === 'report_recorded' && report) return reportSentence(t, change, names, subject)
  if (entry.kind === 'deadline_set' && due)
    return due.on === null
      ? t.rich('ledger.lifted', { subject })
      : t.rich('ledger.due', { subject, day: <DayText day={due.on} precision={due.precision} /> })
  if (entry.kind === 'reply_added' && party) return replySentence(t, change, names, subject)
  if (entry.kind === 'withdrawn' || entry.kind === 'report_withdrawn')
    return t.rich('ledger.withdrawn', { subject, thing: t(SUBJECT_WORDS[entry.subject.type]) })
  if (change.passed) return daySentence(t, change, change.passed, subject)
  if (change.aim?.verdict) return t.rich('ledger.assessed', { subject, verdict: change.aim.verdict })
  if (entry.kind === 'key_changed') return t('ledger.key_changed')
  if (entry.kind === 'content_redacted') return redactionSentence(t, change, subject)
  const revisions = revisionsOf(change)
  if (revisions !== null)
    return t.rich('ledger.revised', {
      kind: t(ENTRY_KIND_WORDS[entry.kind]),
      subject,
      a: (words: Child[]) => <Go href={`${revisions}#entry-${entry.n}`}>{words}</Go>,
    })
  return t.rich('ledger.plain', { kind: t(ENTRY_KIND_WORDS[entry.kind]), subject })
}
