import type { Context } from 'hono'
import type { FeedLink, Frame } from '../../views/layout/frame'
import type { Config } from '../config'
import type { Deps } from '../deps'
import type { Register } from '../dashboards/register'
import { deskOf } from '../drafts/draft.queries'
import { holdsPen } from '../users/pens'
import { headOf } from '../ledger/ledger.store'
import { dayOf, lastYearEnd, yearBefore } from '../lib/dates'
import { message } from '../messages/messages'
import { paths } from '../paths'
import { assetsVersion } from './assets'
import { askedOf, BadQuestion } from './asked'
import type { Env } from './env'

export type FrameOf = (c: Context<Env>) => Promise<Frame>

/** Makes what every page is told of its surroundings. */
export function frames(deps: Deps, config: Config, register: Register): FrameOf {
  return async (c) => {
    const now = deps.clock()
    const viewer = c.get('viewer') ?? null
    // Where reading is for members, the pages a stranger may see tell nothing of the record either.
    const shut = config.readAccess === 'members' && viewer === null
    const head = shut ? null : await headOf(deps.db.read)
    const url = new URL(c.req.url)
    const shown = shownIn(c, now)
    return {
      locale: 'en',
      address: url.pathname + url.search,
      viewer: viewer && { name: viewer.name, roles: viewer.roles, party: viewer.party },
      desk: viewer && holdsPen(viewer) ? await deskOf(deps.db.read, viewer) : null,
      today: dayOf(now),
      yearAgo: yearBefore(dayOf(now)),
      lastYearEnd: lastYearEnd(dayOf(now)),
      ...shown,
      head: head?.n === 0 ? null : head,
      shut,
      attention: shut
        ? null
        : await register.attention({ asOf: shown.asOf ?? dayOf(now), knownAt: shown.knownAt }),
      operator: config.operator,
      contact: config.contact,
      dataLicence: config.dataLicence,
      publicUrl: config.publicUrl,
      feeds: shut ? [] : [...feedsAt(''), calendarAt('')],
      build: assetsVersion,
    }
  }
}

// A page that says the question was malformed still has a frame, undated.
function shownIn(c: Context, now: string): Pick<Frame, 'asOf' | 'knownAt'> {
  try {
    const { asOf, knownAt } = askedOf(c, now)
    return { asOf, knownAt }
  } catch (error) {
    if (error instanceof BadQuestion) return { asOf: null, knownAt: null }
    throw error
  }
}

/** The two feeds under an address, named after what they tell of; the whole record's under none. */
export const feedsAt = (address: string, title?: string): FeedLink[] => [
  {
    title:
      title === undefined ? message('en', 'pages.feed_json') : message('en', 'pages.feed_json_of', { title }),
    href: `${address}/feed.json`,
    type: 'application/feed+json',
  },
  {
    title:
      title === undefined ? message('en', 'pages.feed_atom') : message('en', 'pages.feed_atom_of', { title }),
    href: `${address}/feed.atom`,
    type: 'application/atom+xml',
  },
]

/** The calendar under an address: the whole record's, or an agreement's. */
export const calendarAt = (address: string, title?: string): FeedLink => ({
  title: title === undefined ? message('en', 'calendar.link') : message('en', 'calendar.link_of', { title }),
  href: `${address}${paths.calendar}`,
  type: 'text/calendar',
})
