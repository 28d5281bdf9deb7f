import type { Site, Who } from '../support/site'

/** Whoever may stand before a door, in the order of the columns below. */
export const WHO = ['stranger', 'irene', 'pervez', 'vera', 'edith', 'adam'] as const satisfies Who[]

/** The status that each of WHO is answered with. */
export type Answers = readonly [number, number, number, number, number, number]

/** What a site holds, so that every address leads somewhere. */
export interface Held {
  report: string
  reply: string
  deadline: string
  note: string
  observation: string
  /** What an editor took from a public source about an aim. */
  assessment: string
  /** A draft of vera's that nobody else may know of. */
  draft: string
  /** The hash of a file that anybody may have. */
  file: string
  /** Somebody else than who asks. */
  person: string
}

export interface Door {
  at: string | ((held: Held) => string)
  answers: Answers
  /** What is posted, where saying nothing is not enough to get past the permission. */
  fields?: Record<string, string>
  /** Open to a stranger too where reading is for members. */
  always?: true
}

const all = (status: number): Answers => [status, status, status, status, status, status]
/** Those named get the status; a stranger is asked to sign in, anybody else is refused. */
const only = (who: readonly Who[], status: number, refused = 403): Answers => {
  const [, ...cast] = WHO.map((one) => (who.includes(one) ? status : refused))
  return [303, ...cast] as unknown as Answers
}
const people = (status: number): Answers => [303, status, status, status, status, status]
/** A call for holders of a key. */
const keys = (...cast: [number, number, number, number, number]): Answers => [401, ...cast]

const M = '/agreements/visit-2017/measures/1'
const A = '/agreements/visit-2017'
const read = (...paths: string[]): Record<string, Door> =>
  Object.fromEntries(paths.map((path) => [`GET ${path}`, { at: concrete(path), answers: all(200) }]))
const concrete = (path: string) => (held: Held) =>
  path
    .replace('/parties/:slug', '/parties/iran')
    .replace(':one/with/:other', 'iran/with/pakistan')
    .replace(':slug', 'visit-2017')
    .replace('/aims/:code', '/aims/peace')
    .replace(':code', '1')
    .replace(':n', '1')
    .replace(':sha256', held.file)
    .replace(':id', held.report)
    .replace(/\{.+?\}/, '')

/** A form: who may see it, and may post it. Posted empty, it is refused by its fields, so whoever may is told 422. */
const form = (path: string, who: readonly Who[], at: Door['at'] = concrete(path)): Record<string, Door> => ({
  [`GET ${path}`]: { at, answers: only(who, 200) },
  [`POST ${path}`]: { at, answers: only(who, 422) },
})
// A report of an editor is one from a public source; saying so is refused to everybody else.
const PUBLIC = { channel: 'public_source' }

const EDITOR: Who[] = ['edith']
const PEN: Who[] = ['irene', 'pervez', 'vera', 'edith']

/** Every route of the site. A route without a row fails, and so does a row without its route. */
export const DOORS: Record<string, Door> = {
  'GET /healthz': { at: '/healthz', answers: all(200), always: true },
  'GET /assets/:file{.+}': { at: '/assets/site.css', answers: all(200), always: true },

  ...read(
    '/',
    '/agreements',
    '/attention',
    '/agreements/:slug',
    '/agreements/:slug/brief',
    '/agreements/:slug/embed',
    '/agreements/:slug/badge.svg',
    '/agreements/:slug/measures/:code/embed',
    '/agreements/:slug/measures/:code/badge.svg',
    '/agreements/:slug/cite.bib',
    '/agreements/:slug/cite.json',
    '/agreements/:slug/brief/cite.bib',
    '/agreements/:slug/brief/cite.json',
    '/agreements/:slug/measures/:code/cite.bib',
    '/agreements/:slug/measures/:code/cite.json',
    '/reports/:id/cite.bib',
    '/reports/:id/cite.json',
    '/agreements/:slug/score',
    '/compare',
    '/compare/list.csv',
    '/agreements/:slug/compare',
    '/agreements/:slug/compare/list.csv',
    '/agreements/:slug/revisions',
    '/agreements/:slug/aims/:code',
    '/agreements/:slug/measures/:code',
    '/agreements/:slug/measures/:code/revisions',
    '/reports/:id',
    '/files/:sha256',
    '/parties',
    '/parties/:slug',
    '/parties/:slug/revisions',
    '/parties/:one/with/:other',
    '/parties/:one/with/:other/list.csv',
    '/search',
    '/ledger',
    '/ledger/about',
    '/about/method',
    '/about/implementability',
    '/about/implementability/list.csv',
    '/agreements/list.csv',
    '/agreements/:slug/list.csv',
    '/parties/list.csv',
    '/parties/:slug/list.csv',
    '/attention/list.csv',
    '/ledger/list.csv',
    '/ledger/list.ndjson',
    '/search/list.csv',
    '/feed.json',
    '/calendar.ics',
    '/agreements/:slug/calendar.ics',
    '/agreements/:slug/feed.json',
    '/agreements/:slug/measures/:code/feed.json',
    '/parties/:slug/feed.json',
    '/feed.atom',
    '/agreements/:slug/feed.atom',
    '/agreements/:slug/measures/:code/feed.atom',
    '/parties/:slug/feed.atom',
    '/api/v1/agreements',
    '/api/v1/agreements/:slug',
    '/api/v1/agreements/:slug/score',
    '/api/v1/score',
    '/api/v1/agreements/:slug/measures',
    '/api/v1/agreements/:slug/measures/:code',
    '/api/v1/agreements/:slug/measures/:code/reports',
    '/api/v1/parties',
    '/api/v1/parties/:slug',
    '/api/v1/changes',
    '/api/v1/ledger/entries/:n',
    '/api/v1/ledger/checkpoint',
    '/api/v1/openapi.json',
    '/api/v1/docs',
  ),
  'GET /api/v1/ledger/proof': { at: '/api/v1/ledger/proof?entry=1', answers: all(200) },
  'GET /api/v1/ledger/consistency': { at: '/api/v1/ledger/consistency?from=1', answers: all(200) },
  'POST /api/v1/agreements/:slug/measures/:code/reports': {
    at: `/api/v1${M}/reports`,
    answers: keys(403, 403, 403, 422, 403),
    fields: PUBLIC,
  },

  // What the knock sends is text, and kept as that.
  'POST /api/v1/files': { at: '/api/v1/files', answers: keys(201, 201, 201, 201, 403) },

  'GET /sign-in': { at: '/sign-in', answers: [200, 303, 303, 303, 303, 303], always: true },
  'POST /sign-in': { at: '/sign-in', answers: all(422), always: true },
  'GET /sign-in/second-step': { at: '/sign-in/second-step', answers: all(303), always: true },
  'POST /sign-in/second-step': { at: '/sign-in/second-step', answers: all(303), always: true },
  'GET /sign-in/forgotten': { at: '/sign-in/forgotten', answers: all(200), always: true },
  'POST /sign-in/forgotten': { at: '/sign-in/forgotten', answers: all(422), always: true },
  'POST /sign-out': { at: '/sign-out', answers: all(303), always: true },
  'GET /invitations/:token': { at: '/invitations/unknown', answers: all(404), always: true },
  'POST /invitations/:token': { at: '/invitations/unknown', answers: all(404), always: true },

  'GET /account': { at: '/account', answers: people(200) },
  'POST /account': { at: '/account', answers: people(422) },
  'POST /account/sessions/end-others': { at: '/account/sessions/end-others', answers: people(303) },
  'POST /account/sessions/:id{[0-9a-f-]{36}}/end': {
    at: (held) => `/account/sessions/${held.person}/end`,
    answers: people(404),
  },
  'GET /account/second-factor': { at: '/account/second-factor', answers: people(200) },
  'POST /account/second-factor/begin': { at: '/account/second-factor/begin', answers: people(422) },
  // Nothing was begun: the page says so.
  'POST /account/second-factor/confirm': { at: '/account/second-factor/confirm', answers: people(303) },
  'POST /account/second-factor/codes': { at: '/account/second-factor/codes', answers: people(422) },
  'POST /account/second-factor/remove': { at: '/account/second-factor/remove', answers: people(422) },
  'GET /account/tokens': { at: '/account/tokens', answers: people(200) },
  'POST /account/tokens': { at: '/account/tokens', answers: people(422) },
  'POST /account/tokens/:id{[0-9a-f-]{36}}/revoke': {
    at: (held) => `/account/tokens/${held.person}/revoke`,
    answers: people(404),
  },

  'GET /admin/audit': { at: '/admin/audit', answers: only(['adam'], 200) },
  'GET /admin/audit/list.csv': { at: '/admin/audit/list.csv', answers: only(['adam'], 200) },
  'GET /account/feeds': { at: '/account/feeds', answers: people(200) },
  'POST /account/feeds': { at: '/account/feeds', answers: people(422) },
  'POST /account/feeds/:id{[0-9a-f-]{36}}/revoke': {
    at: (held) => `/account/feeds/${held.person}/revoke`,
    answers: people(404),
  },

  ...form('/admin/people', ['adam']),
  ...Object.fromEntries(
    (['roles', 'disable', 'enable', 'invite'] as const).map((verb) => [
      `POST /admin/people/:id{[0-9a-f-]{36}}/${verb}`,
      { at: ({ person }: Held) => `/admin/people/${person}/${verb}`, answers: only(['adam'], 303) },
    ]),
  ),

  'POST /admin/people/:id{[0-9a-f-]{36}}/remove-second-factor': {
    at: ({ person }) => `/admin/people/${person}/remove-second-factor`,
    answers: only(['adam'], 404),
  },

  ...form('/agreements/:slug/measures/:code/report', PEN),
  'POST /agreements/:slug/measures/:code/report': {
    at: `${M}/report`,
    answers: only(EDITOR, 422),
    fields: PUBLIC,
  },
  'GET /drafts': { at: '/drafts', answers: people(200) },
  'GET /review': { at: '/review', answers: people(200) },
  'GET /drafts/:id': { at: ({ draft }) => `/drafts/${draft}`, answers: only(['vera'], 200, 404) },
  'GET /api/v1/drafts/:id': {
    at: ({ draft }) => `/api/v1/drafts/${draft}`,
    answers: keys(404, 404, 200, 404, 404),
  },
  ...Object.fromEntries(
    (['withdraw', 'approve', 'return', 'delete'] as const).map((verb) => [
      `POST /drafts/:id/${verb}`,
      {
        at: ({ draft }: Held) => `/drafts/${draft}/${verb}`,
        answers: only(verb === 'withdraw' || verb === 'delete' ? ['vera'] : [], 303, 404),
      },
    ]),
  ),
  // What vera found, only vera takes back, and only the parties of the agreement answer.
  ...form('/reports/:id/withdraw', ['vera']),
  ...form('/reports/:id/reply', ['irene', 'pervez']),
  ...form('/replies/:id/withdraw', ['irene'], ({ reply }) => `/replies/${reply}/withdraw`),
  ...form('/parties/new', EDITOR, '/parties/new'),
  ...form('/parties/:slug/revise', EDITOR),
  ...form('/parties/:slug/withdraw', EDITOR),
  ...form('/agreements/new', EDITOR, '/agreements/new'),
  ...form('/agreements/:slug/revise', EDITOR),
  ...form('/agreements/:slug/withdraw', EDITOR),
  ...form('/agreements/:slug/aims/new', EDITOR, `${A}/aims/new`),
  ...form('/agreements/:slug/aims/:code/assess', ['vera', 'edith']),
  ...form('/agreements/:slug/aims/:code/withdraw', EDITOR),
  ...form('/assessments/:id/withdraw', EDITOR, ({ assessment }) => `/assessments/${assessment}/withdraw`),
  ...form('/agreements/:slug/measures/new', EDITOR, `${A}/measures/new`),
  ...form('/agreements/:slug/measures/:code/revise', EDITOR),
  ...form('/agreements/:slug/measures/:code/withdraw', EDITOR),
  ...form('/agreements/:slug/measures/:code/deadline', EDITOR),
  ...form('/deadlines/:id/withdraw', EDITOR, ({ deadline }) => `/deadlines/${deadline}/withdraw`),
  ...form('/agreements/:slug/note', EDITOR),
  ...form('/agreements/:slug/measures/:code/note', EDITOR),
  ...form('/notes/:id/withdraw', EDITOR, ({ note }) => `/notes/${note}/withdraw`),
  ...form('/agreements/:slug/measures/:code/observation', EDITOR, `${A}/measures/2/observation`),
  ...form('/observations/:id/withdraw', EDITOR, ({ observation }) => `/observations/${observation}/withdraw`),
}

/** The routes that answer something, by method and path; what is registered for every method refuses or prepares. */
export const routesOf = ({ app }: Pick<Site, 'app'>): string[] => [
  ...new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]
