import { type Context, Hono } from 'hono'
import { NoteFormPage } from '../../views/notes/note-form-page'
import type { Deps } from '../deps'
import { asked, editor, type FrameOf, sent, type Show } from '../parties/editor.routes'
import { partyChoices } from '../parties/party-form.routes'
import { type Withdrawable, withdrawal } from '../parties/withdraw-form.routes'
import { paths } from '../paths'
import type { SignedIn } from '../users/signed-in'
import { readNoteForm } from './note.form'
import { addressOf, findSubject, recordNote, type Subject } from './record-note'
import { findNote, withdrawNote } from './withdraw-note'

/** The forms that add a note to an agreement or a measure, and withdraw one. */
export function noteRoutes(deps: Deps, _config: unknown, frameOf: FrameOf) {
  const note = noteForm(deps, frameOf)
  const add = (c: Context<SignedIn>, subject: Subject) =>
    sent(c, deps, note(c, subject), (editing, typed) =>
      recordNote(deps, editing, subject, readNoteForm(typed)),
    )
  const withdrawing = withdrawal(deps, frameOf)
  const doomed = (id: string) => () => findWithdrawable(deps, id)
  return new Hono<SignedIn>()
    .get('/agreements/:slug/note', editor, (c) => asked(c, deps, note(c, { ...c.req.param(), code: null })))
    .post('/agreements/:slug/note', editor, (c) => add(c, { ...c.req.param(), code: null }))
    .get('/agreements/:slug/measures/:code/note', editor, (c) => asked(c, deps, note(c, c.req.param())))
    .post('/agreements/:slug/measures/:code/note', editor, (c) => add(c, c.req.param()))
    .get('/notes/:id/withdraw', editor, (c) => withdrawing.asked(c, doomed(c.req.param('id'))))
    .post('/notes/:id/withdraw', editor, (c) => {
      const id = c.req.param('id')
      return withdrawing.sent(c, doomed(id), (editing, read) => withdrawNote(deps, editing, id, read))
    })
}

const noteForm =
  (deps: Deps, frameOf: FrameOf) =>
  (c: Context, subject: Subject): Show =>
  async (form) => {
    const found = await findSubject(deps.db.read, subject)
    if (!found) return null
    return (
      <NoteFormPage
        frame={await frameOf(c)}
        form={form}
        fields={form.typed ?? {}}
        agreement={found.agreement}
        measure={found.measure}
        choices={await partyChoices(deps)}
      />
    )
  }

async function findWithdrawable(deps: Deps, id: string): Promise<Withdrawable | undefined> {
  const found = await findNote(deps.db.read, id)
  return (
    found && {
      title: 'forms.withdraw_note',
      what: () => <p dir="auto">{found.note.text}</p>,
      withdrawn: found.note.withdrawn,
      action: paths.withdrawNote(id),
      back: addressOf(found.subject),
    }
  )
}
