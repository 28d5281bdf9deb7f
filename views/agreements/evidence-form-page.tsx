import { EVIDENCE_KINDS, type EvidenceKind } from '../../src/evidence/evidence'
import { first } from '../../src/lib/fields'
import type { MessageKey } from '../../src/messages/messages'
import type { Answers } from '../parties/editor-form-page'
import { withTyped } from '../status-reports/typed'
import { DayField } from '../ui/choices'
import { Select, TextField } from '../ui/controls'
import { EVIDENCE_KIND_WORDS } from '../ui/record-kinds'
import { useT } from '../ui/words'

const MEANINGS: Record<EvidenceKind, MessageKey> = {
  announcement: 'filing.evidence_hint.announcement',
  act: 'filing.evidence_hint.act',
  record: 'filing.evidence_hint.record',
  comment: 'filing.evidence_hint.comment',
}

interface BlockProps extends Answers {
  place: number
}

const valueAt = ({ fields, place }: BlockProps, column: string): string =>
  fields[`evidence_${column}`]?.[place] ?? ''

/** Every block has the same names; the ids tell them apart. */
const control = (props: BlockProps, column: string) => ({
  name: `evidence_${column}`,
  id: `evidence_${column}.${props.place}`,
  value: valueAt(props, column),
  problems: props.problems,
  optional: true,
})

function Block(props: BlockProps) {
  const t = useT()
  const kinds = EVIDENCE_KINDS.map((value) => ({
    value,
    label: t('filing.evidence_choice', { kind: t(EVIDENCE_KIND_WORDS[value]), meaning: t(MEANINGS[value]) }),
  }))
  return (
    <fieldset class="block">
      <legend>{t('filing.evidence_n', { n: props.place + 1 })}</legend>
      <Select
        {...control(props, 'kind')}
        label={t('filing.evidence_kind')}
        choices={withTyped(kinds, valueAt(props, 'kind'))}
      />
      <TextField {...control(props, 'title')} label={t('filing.evidence_title')} />
      <TextField {...control(props, 'url')} label={t('filing.evidence_url')} type="url" />
      <TextField {...control(props, 'publisher')} label={t('filing.evidence_publisher')} />
      <DayField
        {...control(props, 'published_on')}
        label={t('filing.evidence_published_on')}
        precision={valueAt(props, 'published_on_precision')}
      />
      <TextField {...control(props, 'language')} label={t('filing.evidence_language')} maxlength={35} />
    </fieldset>
  )
}

interface Props extends Answers {
  legend: string
  /** How many blocks there are at least. */
  least: number
}

/** What something rests on: as many blocks as were sent, and one more where that was asked for. */
export function EvidenceBlocks({ fields, problems, legend, least }: Props) {
  const t = useT()
  const sent = fields['evidence_title']?.length ?? 0
  const more = first(fields, 'more') === '' ? 0 : 1
  return (
    <section>
      <h2>{legend}</h2>
      <p class="hint">{t('forms.evidence_hint')}</p>
      {Array.from({ length: Math.max(least, sent + more) }, (_, place) => (
        <Block fields={fields} problems={problems} place={place} />
      ))}
      <div class="buttons">
        <button type="submit" class="quiet" name="more" value="1" formnovalidate>
          {t('filing.more')}
        </button>
      </div>
    </section>
  )
}
