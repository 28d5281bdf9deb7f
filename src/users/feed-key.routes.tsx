import { type Context, Hono } from 'hono'
import { FeedKeysPage, type FeedKeysPageProps } from '../../views/users/feed-keys-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import { paths } from '../paths'
import { readFields } from '../web/form'
import { showOnce, takeShownOnce } from '../web/shown-once'
import { addFeedKey } from './add-feed-key'
import { feedKeysOf, findFeedKey } from './feed-key.store'
import { revokeOwnFeedKey } from './revoke-feed-key'
import { type FrameFor, selfOf, signedIn, type SignedIn } from './signed-in'
import type { Site } from './site'

const PAGE = paths.feedKeys

/** Feed addresses of one's own, where reading is for members. */
export function feedKeyRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const { read } = deps.db
  const page = async (
    c: Context<SignedIn>,
    shown: Pick<FeedKeysPageProps, 'made' | 'label' | 'problems'>,
  ) => (
    <FeedKeysPage
      frame={await frameOf(c)}
      keys={await feedKeysOf(read, c.var.user.id)}
      needed={site.readAccess === 'members'}
      {...shown}
    />
  )
  const justMade = async (c: Context<SignedIn>) => {
    const secret = takeShownOnce(c, site, PAGE)
    const found = secret === null ? undefined : await findFeedKey(read, secret)
    return found?.userId === c.var.user.id && secret !== null ? { label: found.label, secret } : null
  }
  return new Hono<SignedIn>()
    .get(PAGE, signedIn, async (c) =>
      c.html(await page(c, { made: await justMade(c), label: '', problems: [] })),
    )
    .post(PAGE, signedIn, async (c) => {
      const label = first(await readFields(c), 'label')
      const { user, by } = selfOf(c, site)
      const added = await addFeedKey(deps, by, user.id, label)
      if (added.outcome === 'refused')
        return c.html(await page(c, { made: null, label, problems: added.problems }), 422)
      showOnce(c, site, PAGE, added.secret)
      return c.redirect(PAGE, 303)
    })
    .post('/account/feeds/:id{[0-9a-f-]{36}}/revoke', signedIn, async (c) => {
      const done = await revokeOwnFeedKey(deps, selfOf(c, site), c.req.param('id'))
      return done ? c.redirect(PAGE, 303) : c.notFound()
    })
}
