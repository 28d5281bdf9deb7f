import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Deps } from '../deps'
import { type Fields, given } from '../lib/fields'
import { actorAs } from '../users/pens'
import { type SignedIn, withRole } from '../users/signed-in'
import { onceOf } from '../web/form'
import type { Edited, Editing } from './edit'
import { type Form, seenIn } from './form'

/** For the pages on which the record is edited. */
export const editor = withRole('editor')

/** An editor's act, as its form was sent. */
export function editing(c: Context<SignedIn>, typed: Fields): Editing {
  const { user } = c.var
  const actor = actorAs(user, 'editor')
  if (!actor) throw new HTTPException(403)
  return { actor, once: onceOf(c, user.id, typed), seen: seenIn(typed) }
}

/** Shows a form; null where the thing it is about is not there. */
export type Show = (form: Form) => Promise<HtmlEscapedString | null>

/** Shows an empty form. What its reader can have seen is asked first, so that nothing newer passes for seen. */
export async function asked(c: Context, deps: Deps, show: Show): Promise<Response> {
  const seen = await deps.db.head()
  const page = await show({ ...blank(deps), seen })
  return page === null ? c.notFound() : c.html(page)
}

const blank = (deps: Deps): Form => ({
  typed: null,
  problems: [],
  idempotencyKey: deps.newId(),
  seen: null,
  overtakenAt: null,
})

/** Answers a form that was sent: away to what it made, or the form again with all that was typed. */
export async function answered(
  c: Context,
  deps: Deps,
  typed: Fields,
  edited: Edited,
  show: Show,
): Promise<Response> {
  if (edited.outcome === 'recorded' || edited.outcome === 'repeated')
    return c.redirect(edited.answer.location, 303)
  if (edited.outcome === 'not found') return c.notFound()
  const page = await show(await formAgain(deps, typed, edited))
  return page === null ? c.notFound() : c.html(page, edited.outcome === 'refused' ? 422 : 409)
}

type Unanswered = Exclude<Edited, { outcome: 'recorded' | 'repeated' | 'not found' }>

async function formAgain(deps: Deps, typed: Fields, edited: Unanswered): Promise<Form> {
  const again = { ...blank(deps), typed, seen: seenIn(typed) }
  if (edited.outcome === 'key reused')
    return { ...again, problems: [{ field: 'idempotency_key', message: 'forms.key_reused' }] }
  if (edited.outcome === 'overtaken') return { ...again, overtakenAt: again.seen, seen: await deps.db.head() }
  // A refusal does not use its key up.
  const idempotencyKey = given(typed, 'idempotency_key') ?? again.idempotencyKey
  return { ...again, problems: edited.problems, idempotencyKey }
}
