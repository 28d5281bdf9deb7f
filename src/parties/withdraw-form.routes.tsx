import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { WithdrawPage } from '../../views/status-reports/withdraw-page'
import { type Words, wordsIn } from '../../views/ui/words'
import type { Deps } from '../deps'
import type { Withdrawn } from '../ledger/entry'
import { type NotWithdrawn, readReason, refusalOf, type Withdrawing, type Withdrew } from '../ledger/withdraw'
import { type Fields, first, given } from '../lib/fields'
import type { MessageKey } from '../messages/messages'
import type { SignedIn } from '../users/signed-in'
import { readFields } from '../web/form'
import type { Editing } from './edit'
import { type ActorIn, editing, type FrameOf } from './editor.routes'

/** A thing that an editor may withdraw, as the page shows it. */
export interface Withdrawable {
  title: MessageKey
  what: (t: Words) => Child
  withdrawn: Withdrawn | null
  /** The address of the form, and of the page it leads back to. */
  action: string
  back: string
}

type Find = () => Promise<Withdrawable | undefined>
type Act = (editing: Editing, read: Withdrawing['read']) => Promise<Withdrew>
type State = NotWithdrawn | typeof FRESH

const FRESH = { status: 200, problems: [], open: true } as const

/** The form that withdraws a thing, and the answer to it. */
export function withdrawal(deps: Deps, frameOf: FrameOf) {
  const show = async (c: Context, thing: Withdrawable, typed: Fields, { status, ...state }: State) => {
    const frame = await frameOf(c)
    const t = wordsIn(frame.locale)
    const { action, back } = thing
    const page = (
      <WithdrawPage
        {...state}
        frame={frame}
        title={t(thing.title)}
        what={thing.what(t)}
        action={action}
        back={back}
        reason={first(typed, 'reason')}
        idempotencyKey={given(typed, 'idempotency_key') ?? deps.newId()}
      />
    )
    return c.html(page, status)
  }
  return {
    asked: async (c: Context, find: Find) => {
      const thing = await find()
      if (!thing) return c.notFound()
      return show(c, thing, {}, thing.withdrawn ? refusalOf({ outcome: 'withdrawn already' }) : FRESH)
    },
    sent: async (c: Context<SignedIn>, find: Find, act: Act, actorIn?: ActorIn) => {
      const typed = await readFields(c)
      const withdrew = await act(editing(c, typed, actorIn), readReason(typed))
      if ('answer' in withdrew) return c.redirect(withdrew.answer.location, 303)
      const thing = await find()
      if (withdrew.outcome === 'no such thing' || !thing) return c.notFound()
      return show(c, thing, typed, refusalOf(withdrew))
    },
  }
}
