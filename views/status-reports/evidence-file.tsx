import { FILE_TYPES } from '../../src/evidence/file'
import type { Problem } from '../../src/messages/problem'
import type { EvidenceValues } from '../../src/status-reports/report-values'
import { Hidden, TextField } from '../ui/controls'
import { Field, useControl } from '../ui/field'
import { FileLine } from '../ui/file-line'
import { useT } from '../ui/words'

interface Props {
  block: EvidenceValues
  position: number
  problems: readonly Problem[]
}

/** A file that came with an earlier sending of the form; a browser does not send it twice. */
function KeptFile({ block, position }: Omit<Props, 'problems'>) {
  const t = useT()
  const type = FILE_TYPES.find((known) => known === block.file_type)
  if (block.file_sha256 === '' || !type) return null
  const file = { sha256: block.file_sha256, name: block.file_name, type, size: Number(block.file_size) }
  return (
    <div class="kept">
      <p>{t('evidence.file_kept')}</p>
      <FileLine file={file} />
      <label class="choice">
        <input type="checkbox" name="evidence_file_remove" value={String(position)} />
        <span>{t('evidence.file_remove')}</span>
      </label>
    </div>
  )
}

/** The file of one block of evidence: the one that is kept already, and the control that chooses another. */
export function EvidenceFileField({ block, position, problems }: Props) {
  const t = useT()
  const asking = {
    name: 'evidence_file',
    id: `evidence_file.${position}`,
    label: t(block.file_sha256 === '' ? 'evidence.file' : 'evidence.file_instead'),
    hint: t('evidence.file_hint'),
    problems,
    optional: true,
  }
  const control = useControl(asking)
  return (
    <>
      <KeptFile block={block} position={position} />
      <Field {...asking}>
        <input {...control} type="file" accept={FILE_TYPES.join(',')} />
      </Field>
      {(['sha256', 'name', 'type', 'size'] as const).map((part) => (
        <Hidden name={`evidence_file_${part}`} value={block[`file_${part}`]} />
      ))}
    </>
  )
}

/** The box that restricts one block of evidence, and the day on which that is reviewed. */
export function RestrictionFields({ block, position, problems }: Props) {
  const t = useT()
  const asking = {
    name: 'evidence_review_on',
    id: `evidence_review_on.${position}`,
    label: t('evidence.review_on'),
    hint: t('evidence.review_on_hint'),
    problems,
    optional: true,
  }
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name="evidence_restricted"
          value={String(position)}
          checked={block.restricted !== ''}
        />
        <span>
          {t('evidence.restrict')}
          <small>{t('evidence.restrict_hint')}</small>
        </span>
      </label>
      <TextField {...asking} type="date" value={block.review_on} />
    </>
  )
}
