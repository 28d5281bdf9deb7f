import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Frame } from '../../views/layout/frame'
import type { Deps } from '../deps'
import type { Actor } from '../ledger/entry'
import { type Fields, given } from '../lib/fields'
import { actorAs } from '../users/pens'
import { type SignedIn, withRole } from '../users/signed-in'
import type { User } from '../users/user'
import { onceOf, readFields } from '../web/form'
import type { Edited, Editing } from './edit'
import { type Form, seenIn } from './form'

export type FrameOf = (c: Context) => Promise<Frame>

/** For the pages on which the record is edited. */
export const editor = withRole('editor')

/** Who acts, where that is not an editor as such; undefined when they may not. */
export type ActorIn = (user: User, typed: Fields) => Actor | undefined

const asEditor: ActorIn = (user) => actorAs(user, 'editor')

/** An act as its form was sent. */
export function editing(c: Context<SignedIn>, typed: Fields, actorIn = asEditor): Editing {
  const { user } = c.var
  const actor = actorIn(user, typed)
  if (!actor) throw new HTTPException(403)
  return { actor, once: onceOf(c, user.id, typed), seen: seenIn(typed) }
}

/** Makes the page of a form; null where the thing it is about is not there. */
export type Show = (form: Form) => Promise<HtmlEscapedString | null>

/** Answers with a form to be filled in. What its reader can have seen is asked first, so that nothing newer passes for seen. */
export async function asked(c: Context, deps: Deps, show: Show): Promise<Response> {
  const seen = await deps.db.head()
  return page(c, await show({ ...blank(deps), seen }), 200)
}

const page = (c: Context, made: HtmlEscapedString | null, status: 200 | 409 | 422) =>
  made === null ? c.notFound() : c.html(made, status)

const blank = (deps: Deps): Form => ({
  typed: null,
  problems: [],
  idempotencyKey: deps.newId(),
  seen: null,
  overtakenAt: null,
})

/** Answers a form that was sent: away to what it made, or the form again with all that was typed. */
export async function sent(
  c: Context<SignedIn>,
  deps: Deps,
  show: Show,
  act: (editing: Editing, typed: Fields) => Promise<Edited>,
  actorIn?: ActorIn,
): Promise<Response> {
  const typed = await readFields(c)
  // Only asks for room for another source, or what the text gives so far.
  if (given(typed, 'more') !== undefined || given(typed, 'check') !== undefined)
    return page(c, await show(formAgain(deps, typed)), 200)
  const edited = await act(editing(c, typed, actorIn), typed)
  switch (edited.outcome) {
    case 'recorded':
    case 'repeated':
      return c.redirect(edited.answer.location, 303)
    case 'not found':
      return c.notFound()
    case 'refused':
      return page(c, await show({ ...formAgain(deps, typed), problems: edited.problems }), 422)
    case 'key reused':
      return page(c, await show({ ...formAgain(deps, typed), ...keyReused(deps) }), 409)
    case 'overtaken':
      return page(c, await show(await overtaken(deps, typed)), 409)
  }
}

/** The form as it was sent. Nothing has used its key up. */
const formAgain = (deps: Deps, typed: Fields): Form => ({
  ...blank(deps),
  typed,
  idempotencyKey: given(typed, 'idempotency_key') ?? deps.newId(),
  seen: seenIn(typed),
})

const keyReused = (deps: Deps): Pick<Form, 'problems' | 'idempotencyKey'> => ({
  problems: [{ field: 'idempotency_key', message: 'filing.key_reused' }],
  idempotencyKey: deps.newId(),
})

async function overtaken(deps: Deps, typed: Fields): Promise<Form> {
  const again = formAgain(deps, typed)
  return { ...again, overtakenAt: again.seen, seen: await deps.db.head() }
}
