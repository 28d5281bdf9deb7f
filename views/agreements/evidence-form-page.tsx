import { EVIDENCE_KINDS } from '../../src/evidence/evidence'
import { first } from '../../src/lib/fields'
import type { Answers } from '../parties/editor-form-page'
import { Select, TextField } from '../ui/controls'
import { DayField } from '../ui/choices'
import { EVIDENCE_KIND_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

interface BlockProps extends Answers {
  place: number
}

const valueAt = ({ fields, place }: BlockProps, column: string): string =>
  fields[`evidence_${column}`]?.[place] ?? ''

type Column = 'title' | 'url' | 'publisher' | 'language'

function Words(props: BlockProps & { column: Column; type?: 'url' }) {
  const t = useT()
  const { column, type, place, problems } = props
  return (
    <TextField
      name={`evidence_${column}`}
      id={`evidence_${column}.${place}`}
      label={t(`forms.evidence_${column}`)}
      value={valueAt(props, column)}
      {...(type ? { type } : {})}
      problems={problems}
      optional
    />
  )
}

function Block(props: BlockProps) {
  const t = useT()
  const { place, problems } = props
  return (
    <fieldset class="evidence-block">
      <legend>{t('forms.evidence_block', { n: place + 1 })}</legend>
      <Select
        name="evidence_kind"
        id={`evidence_kind.${place}`}
        label={t('forms.evidence_kind')}
        value={valueAt(props, 'kind')}
        choices={EVIDENCE_KINDS.map((value) => ({ value, label: t(EVIDENCE_KIND_WORDS[value]) }))}
        problems={problems}
        optional
      />
      <Words {...props} column="title" />
      <Words {...props} column="url" type="url" />
      <Words {...props} column="publisher" />
      <DayField
        name="evidence_published_on"
        id={`evidence_published_on.${place}`}
        label={t('forms.evidence_published_on')}
        value={valueAt(props, 'published_on')}
        precision={valueAt(props, 'published_on_precision')}
        problems={problems}
        optional
      />
      <Words {...props} column="language" />
    </fieldset>
  )
}

/** What something rests on: the blocks there are, and one more; at least `least`. */
export function EvidenceBlocks({ fields, problems, least, legend, hint }: Answers & EvidenceWords) {
  const filled = fields['evidence_title']?.length ?? 0
  const last = first({ last: [fields['evidence_title']?.at(-1) ?? ''] }, 'last') !== '' ? 1 : 0
  const count = Math.max(least, filled + last)
  return (
    <section>
      <h2 id="evidence">{legend}</h2>
      <p class="hint">{hint}</p>
      {Array.from({ length: count }, (_, place) => (
        <Block fields={fields} problems={problems} place={place} />
      ))}
    </section>
  )
}

interface EvidenceWords {
  least: number
  legend: string
  hint: string
}
