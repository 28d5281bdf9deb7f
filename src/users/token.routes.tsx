import { type Context, Hono } from 'hono'
import { TokensPage, type TokensPageProps } from '../../views/users/tokens-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { addToken } from './add-token'
import { countSessions } from './session.store'
import { type FrameFor, showOnce, signedIn, type SignedIn, takeShownOnce } from './signed-in'
import type { Site } from './site'
import { findTokenHolder, revokeToken, tokensInUse } from './token.store'

const TOKENS = `${paths.account}/tokens`

export function tokenRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (c: Context<SignedIn>, shown: Pick<TokensPageProps, 'made' | 'label' | 'problems'>) => (
    <TokensPage
      frame={await frameOf(c)}
      sessions={await countSessions(read, c.var.user.id, deps.clock())}
      tokens={await tokensInUse(read, c.var.user.id)}
      {...shown}
    />
  )
  const justMade = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, TOKENS)
    const found = secret === null ? undefined : await findTokenHolder(read, secret)
    if (secret === null || found?.user.id !== c.var.user.id) return null
    return { label: found.token.label, secret }
  }
  return new Hono<SignedIn>()
    .get(TOKENS, signedIn, async (c) =>
      c.html(await page(c, { made: await justMade(c), label: '', problems: [] })),
    )
    .post(TOKENS, signedIn, async (c) => {
      const label = first(await readFields(c), 'label')
      const added = await addToken(deps, c.var.user.id, label)
      if (added.outcome === 'refused')
        return c.html(await page(c, { made: null, label, problems: added.problems }), 422)
      showOnce(c, site, TOKENS, added.secret)
      return c.redirect(TOKENS, 303)
    })
    .post('/account/tokens/:id{[0-9a-f-]{36}}/revoke', signedIn, async (c) => {
      const { user } = c.var
      const done = await deps.db.write((tx) => revokeToken(tx, c.req.param('id'), deps.clock(), user.id))
      return done ? c.redirect(TOKENS, 303) : c.notFound()
    })
}
