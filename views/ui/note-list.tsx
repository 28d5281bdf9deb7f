import type { Note } from '../../src/notes/note'
import { paths } from '../../src/paths'
import { Go } from './asked'
import { DayText } from './day'
import { EvidenceList } from './evidence-list'
import { Fold, foldedOf } from './fold'
import { nameOf, type Names } from './names'
import { NOTE_KIND_WORDS } from './record-kinds'
import { Told } from './told'
import { RecordedLine, WithdrawnBanner } from './withdrawn'
import { useT } from './words'

interface Props {
  /** In the order of their days. */
  notes: readonly Note[]
  names: Names
  mayWithdraw?: boolean | undefined
}

function NoteItem({
  note,
  names,
  mayWithdraw,
}: {
  note: Note
  names: Names
  mayWithdraw: boolean | undefined
}) {
  const t = useT()
  const kind = t(NOTE_KIND_WORDS[note.kind])
  return (
    <li id={`note-${note.id}`} class={`note ${note.kind}`}>
      <p class="note-head">
        <b>
          {note.byParty === null
            ? kind
            : t('agreements.note_by', { kind, party: nameOf(names, note.byParty) })}
        </b>{' '}
        <DayText day={note.on} precision={note.onPrecision} />
      </p>
      {note.withdrawn ? <WithdrawnBanner withdrawn={note.withdrawn} names={names} /> : null}
      <div class={note.withdrawn ? 'struck' : undefined}>
        <Told text={note.text} />
        <EvidenceList evidence={note.evidence} />
      </div>
      <small class="facts">
        <RecordedLine thing={note} />
        {mayWithdraw && !note.withdrawn ? (
          <Go href={paths.withdrawNote(note.id)}>{t('measures.withdraw_one')}</Go>
        ) : null}
      </small>
    </li>
  )
}

/** As many as are read without a click. */
const LAST = 3

function Items({ notes, names, mayWithdraw }: Props) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <NoteItem note={note} names={names} mayWithdraw={mayWithdraw} />
      ))}
    </ul>
  )
}

/** Dated remarks that move no standing; the earlier ones one click away. */
export function NoteList({ notes, ...more }: Props) {
  const t = useT()
  const { earlier, shown } = foldedOf({ things: notes, last: LAST })
  return (
    <>
      {earlier.length === 0 ? null : (
        <Fold summary={t('ui.notes_earlier', { count: earlier.length })}>
          <Items notes={earlier} {...more} />
        </Fold>
      )}
      <Items notes={shown} {...more} />
    </>
  )
}
