import { EVIDENCE_KINDS, type EvidenceKind } from '../../src/evidence/evidence'
import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import type { EvidenceValues } from '../../src/status-reports/report-values'
import { DayField } from '../ui/choices'
import { Select, TextField } from '../ui/controls'
import { fieldId, ProblemText, problemOf } from '../ui/field'
import { EVIDENCE_KIND_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'
import { EvidenceFileField, RestrictionFields } from './evidence-file'
import { withTyped } from './typed'

const MEANINGS: Record<EvidenceKind, MessageKey> = {
  announcement: 'filing.evidence_hint.announcement',
  act: 'filing.evidence_hint.act',
  record: 'filing.evidence_hint.record',
  comment: 'filing.evidence_hint.comment',
}

interface BlockProps {
  block: EvidenceValues
  position: number
  problems: readonly Problem[]
}

function Block({ block, position, problems }: BlockProps) {
  const t = useT()
  const kinds = EVIDENCE_KINDS.map((value) => ({
    value,
    label: t('filing.evidence_choice', { kind: t(EVIDENCE_KIND_WORDS[value]), meaning: t(MEANINGS[value]) }),
  }))
  // Every block has the same names; the ids tell them apart.
  const of = (name: keyof EvidenceValues) => ({
    name: `evidence_${name}`,
    id: `evidence_${name}.${position}`,
    problems,
    optional: true,
    value: block[name],
  })
  return (
    <fieldset class="block">
      <legend class={position > 0 ? 'hidden' : undefined}>
        {t('filing.evidence_n', { n: position + 1 })}
      </legend>
      <Select {...of('kind')} label={t('filing.evidence_kind')} choices={withTyped(kinds, block.kind)} />
      <TextField {...of('title')} label={t('filing.evidence_title')} />
      <TextField {...of('url')} label={t('filing.evidence_url')} type="url" />
      <TextField {...of('publisher')} label={t('filing.evidence_publisher')} />
      <DayField
        {...of('published_on')}
        label={t('filing.evidence_published_on')}
        precision={block.published_on_precision}
      />
      <TextField
        {...of('language')}
        label={t('filing.evidence_language')}
        hint={t('filing.language_hint')}
        maxlength={35}
      />
      <EvidenceFileField block={block} position={position} problems={problems} />
      <RestrictionFields block={block} position={position} problems={problems} />
    </fieldset>
  )
}

const isEmpty = (block: EvidenceValues): boolean =>
  Object.entries(block).every(([name, value]) => value === '' || name === 'published_on_precision')

/** A block after the first folds away while it is empty and the one before it is, too. */
function FoldedBlock({ open, ...props }: BlockProps & { open: boolean }) {
  const t = useT()
  return (
    <details open={open}>
      <summary>{t('filing.evidence_n', { n: props.position + 1 })}</summary>
      <Block {...props} />
    </details>
  )
}

/** What a report rests on: as many blocks as there are values. */
export function EvidenceFields({
  evidence,
  problems,
}: {
  evidence: readonly EvidenceValues[]
  problems: readonly Problem[]
}) {
  const t = useT()
  return (
    <section id={fieldId('evidence')} tabindex={-1}>
      <h2>{t('filing.evidence_heading')}</h2>
      <p class="hint">{t('filing.evidence_lead')}</p>
      <ProblemText id={fieldId('evidence')} problem={problemOf(t, problems, 'evidence')} />
      {evidence.map((block, position) => {
        const before = evidence[position - 1]
        const props = { block, position, problems }
        if (!before) return <Block {...props} />
        return <FoldedBlock {...props} open={!isEmpty(block) || !isEmpty(before)} />
      })}
    </section>
  )
}
