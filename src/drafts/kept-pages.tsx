import type { Context, MiddlewareHandler } from 'hono'
import { KeptPage } from '../../views/drafts/kept-page'
import { given } from '../lib/fields'
import type { FrameOf } from '../status-reports/report-pages'
import { valuesIn } from '../status-reports/report-values'
import type { Env } from '../web/env'
import { readSentForm } from '../web/sent-form'

// A program has kept what it sends, and follows what any stranger is told.
const isFromPage = (c: Context): boolean => c.req.header('sec-fetch-mode') === 'navigate'

/**
 * Shows a browser a form of ours again whose session had ended while it was filled in. Nothing is stored: the page alone keeps what was
 * typed, for a stranger may write nothing here. What no form of ours sent goes the way of every stranger.
 */
export const keptForStranger =
  (frameOf: FrameOf): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.var.viewer || !isFromPage(c)) return next()
    // What a stranger sends is not held: only what was typed, and that is bounded.
    const { fields } = await readSentForm(c, { withFiles: false })
    if (given(fields, 'idempotency_key') === undefined || given(fields, 'seen') === undefined) return next()
    c.header('cache-control', 'no-store')
    c.header('www-authenticate', 'Session')
    return c.html(<KeptPage frame={await frameOf(c)} action={c.req.path} values={valuesIn(fields)} />, 401)
  }
