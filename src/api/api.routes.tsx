import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { ApiPage } from '../../views/about/api-page'
import { Busy } from '../db/database'
import { problemsFrom } from '../messages/zod-problems'
import type { Env } from '../web/env'
import type { Site } from '../web/site'
import { agreementCalls } from './agreement.routes'
import type { Api } from './answers'
import { conditional } from './conditional'
import { draftCalls } from './draft.routes'
import { fileCalls } from './file.routes'
import { ledgerCalls, proofCalls } from './ledger.routes'
import { measureCalls } from './measure.routes'
import { API } from './page'
import { partyCalls } from './party.routes'
import { told } from './pieces'
import { problemAnswer, problemStatus } from './problem'
import { askedFields } from './question'
import { reportCalls } from './report.routes'

const READING = ['GET', 'HEAD', 'OPTIONS']
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Last-Modified',
}

/** Everything under `/api/v1`: reading for whoever is let in before, writing for holders of a key. */
export function apiRoutes(site: Site) {
  const { clock } = site.deps
  const api: Api = { site, clock, asked: askedFields(clock) }
  const app = newApp()
  app.use(async (c, next) => {
    await next()
    c.res = await conditional(c.req.raw, c.res)
    if (!READING.includes(c.req.method)) return
    for (const [name, value] of Object.entries(CORS)) c.res.headers.set(name, value)
  })
  app.route('/', agreementCalls(api))
  app.route('/', measureCalls(api))
  app.route('/', partyCalls(api))
  app.route('/', ledgerCalls(api))
  app.route('/', proofCalls(api))
  reportCalls(api, app)
  draftCalls(api, app)
  fileCalls(api, app)
  return withDocument(app, site)
}

function newApp() {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      // An address that cannot be one of ours is no malformed question.
      if (result.target === 'param') return problemAnswer(404, { detail: 'api.answer.unknown' })
      return problemAnswer(400, { detail: 'api.detail.parameters', problems: problemsFrom(result.error) })
    },
  })
  app.onError((error) => {
    if (error instanceof HTTPException) return problemAnswer(problemStatus(error.status), detailOf(error))
    if (error instanceof Busy)
      return problemAnswer(503, { detail: 'api.detail.busy' }, { 'retry-after': '1' })
    // What nobody expected is logged and answered in one place, at the root.
    throw error
  })
  return app
}

const detailOf = ({ status }: HTTPException) => ({
  detail: status < 500 ? ('api.detail.parameters' as const) : ('api.detail.failed' as const),
})

/** The description of the calls, for machines and for people; then what is no call at all. */
function withDocument(app: OpenAPIHono<Env>, site: Site) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  const document = app.getOpenAPI31Document(aboutOf(site))
  app.get('/openapi.json', (c) => c.json(document))
  app.get('/docs', async (c) => c.html(<ApiPage frame={await site.frameOf(c)} document={document} />))
  const methods = Map.groupBy(
    app.routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => path,
  )
  for (const [path, routes] of methods) {
    const allowed = [
      ...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
    ]
    app.all(path, (c) => otherMethod(c.req.method, [...allowed, 'OPTIONS'].join(', ')))
  }
  app.all('*', () => noSuchCall())
  return app
}

const aboutOf = ({ config }: Site) => ({
  openapi: '3.1.0',
  info: {
    title: told('api.name'),
    version: '1',
    description: told('api.about'),
    ...licenceOf(config.dataLicence),
  },
  // Where reading is for members, it takes a key as writing does.
  security: [{}, { bearer: [] }],
  servers: [{ url: `${config.publicUrl}${API}` }],
})

const licenceOf = (name: string | null) => (name === null ? {} : { license: { name } })

function otherMethod(method: string, allow: string): Response {
  if (method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        allow,
        'access-control-allow-methods': READING.join(', '),
        'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
        'access-control-max-age': '86400',
      },
    })
  return problemAnswer(405, { detail: 'api.detail.method', values: { methods: allow } }, { allow })
}

/** What is asked of an address under /api that is no call. */
export const noSuchCall = (): Response => problemAnswer(404, { detail: 'api.detail.no_call' })
