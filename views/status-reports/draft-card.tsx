import type { Child } from 'hono/jsx'
import type { ReportWording } from '../../src/status-reports/status-report'
import { DayText } from '../ui/day'
import { EvidenceList } from '../ui/evidence-list'
import { CONDITION_TESTS, CONDITION_WORDS, REASON_WORDS, STAGE_TESTS, STAGE_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { nameOf, type Names } from '../ui/names'
import { markOfStage } from '../ui/report-card'
import { SOURCE_WORDS, speaksOfWords } from '../ui/source'
import { byWords, Told } from '../ui/told'
import { useT, type Words } from '../ui/words'

interface Props {
  draft: ReportWording
  owedBy: readonly string[]
  names: Names
}

function whoSays(t: Words, { kind, party, by }: ReportWording, names: Names): Child {
  const who = (words: Child[]) => <b class="who">{words}</b>
  if (kind === 'claim') return t.rich('ui.party_claims', { party: nameOf(names, party ?? ''), who })
  const author = byWords(t, by)
  return author === null ? t.rich('ui.finding_unnamed', { who }) : t.rich('ui.finding_by', { author, who })
}

function Stage({ draft: { stage, reason } }: { draft: ReportWording }) {
  const t = useT()
  return (
    <p class="stage">
      <LabelMark label={markOfStage(stage)} />
      <b>
        {stage === null
          ? t('ui.stage_none', { reason: t(REASON_WORDS[reason ?? 'not_looked']) })
          : t('ui.stage_word', { stage, word: t(STAGE_WORDS[stage]) })}
      </b>
      {stage === null ? null : <small>{t(STAGE_TESTS[stage])}</small>}
    </p>
  )
}

function Condition({ draft: { condition, decidedBy, supersededBy } }: { draft: ReportWording }) {
  const t = useT()
  if (condition === 'active') return null
  return (
    <p>
      {t('ui.condition_is', { condition: t(CONDITION_WORDS[condition]) })}{' '}
      <small>{t(CONDITION_TESTS[condition])}</small>
      {decidedBy ? <> {t('ui.condition_decided', { body: decidedBy })}</> : null}
      {supersededBy ? <> {supersededBy}</> : null}
    </p>
  )
}

/** A report that has not entered the record: all that it would say. */
export function DraftCard({ draft, owedBy, names }: Props) {
  const t = useT()
  const speaksOf = draft.kind === 'claim' ? speaksOfWords(t, names, draft.party, owedBy) : null
  const said = draft.kind === 'claim' ? byWords(t, draft.by) : null
  return (
    <article class={`report ${draft.kind} draft`}>
      <p class="report-head">
        <span>{whoSays(t, draft, names)}</span>
        <span>
          {t.rich('ui.as_of', { day: <DayText day={draft.asOf} precision={draft.asOfPrecision} /> })}
        </span>
      </p>
      <Stage draft={draft} />
      <Condition draft={draft} />
      {speaksOf ? <p class="speaks-of">{speaksOf}</p> : null}
      {draft.summary ? <Told text={draft.summary} language={draft.language} /> : null}
      {draft.evidence.length === 0 ? <p>{t('ui.no_evidence')}</p> : null}
      <EvidenceList evidence={draft.evidence} />
      <small class="facts">
        {said ? <span>{t('ui.said_by', { author: said })}</span> : null}
        <span>{t(SOURCE_WORDS[draft.channel])}</span>
      </small>
    </article>
  )
}
