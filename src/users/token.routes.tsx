import { type Context, Hono } from 'hono'
import { TokensPage, type TokensPageProps } from '../../views/users/tokens-page'
import type { Deps } from '../deps'
import { first, given } from '../lib/fields'
import { paths } from '../paths'
import { doerOf } from '../web/entry'
import { readFields } from '../web/form'
import { showOnce, takeShownOnce } from '../web/shown-once'
import { addToken } from './add-token'
import { revokeToken } from './revoke-token'
import { type FrameFor, signedIn, type SignedIn } from './signed-in'
import type { Site } from './site'
import { isOver, SCOPES } from './token'
import { findTokenHolder, tokensInUse } from './token.store'

const TOKENS = paths.tokens

const NOTHING = { label: '', scopes: SCOPES, expires_on: '' }

export function tokenRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (c: Context<SignedIn>, shown: Pick<TokensPageProps, 'made' | 'typed' | 'problems'>) => {
    const now = deps.clock()
    const tokens = await tokensInUse(read, c.var.user.id)
    const lines = tokens.map((token) => ({ ...token, over: isOver(token, now) }))
    return <TokensPage frame={await frameOf(c)} tokens={lines} {...shown} />
  }
  const justMade = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, TOKENS)
    const found = secret === null ? undefined : await findTokenHolder(read, secret, deps.clock())
    if (secret === null || found?.user.id !== c.var.user.id) return null
    return { label: found.token.label, secret }
  }
  return new Hono<SignedIn>()
    .get(TOKENS, signedIn, async (c) =>
      c.html(await page(c, { made: await justMade(c), typed: NOTHING, problems: [] })),
    )
    .post(TOKENS, signedIn, async (c) => {
      const fields = await readFields(c)
      const wish = {
        label: first(fields, 'label'),
        scopes: fields['scopes'] ?? [],
        expires_on: given(fields, 'expires_on'),
      }
      const added = await addToken(deps, doerOf(c, site), c.var.user.id, wish)
      if (added.outcome === 'refused') {
        const typed = { ...wish, expires_on: first(fields, 'expires_on') }
        return c.html(await page(c, { made: null, typed, problems: added.problems }), 422)
      }
      showOnce(c, site, TOKENS, added.secret)
      return c.redirect(TOKENS, 303)
    })
    .post('/account/tokens/:id{[0-9a-f-]{36}}/revoke', signedIn, async (c) => {
      const done = await revokeToken(deps, doerOf(c, site), c.req.param('id'), c.var.user.id)
      return done ? c.redirect(TOKENS, 303) : c.notFound()
    })
}
