import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Deps } from '../deps'
import type { Db } from '../db/database'
import { type Draft, roleOn } from '../drafts/draft'
import { findDraft } from '../drafts/draft.store'
import { readDraft } from '../drafts/read-draft'
import { paths } from '../paths'
import { bearerOf, holderOf } from '../users/signed-in'
import type { User } from '../users/user'
import { findUser } from '../users/user.store'
import type { Env } from '../web/env'
import { type Api, json, refused } from './answers'
import type { draftSchema as DraftSchema } from './draft.schema'
import { draftSchema } from './draft.schema'
import { id, told } from './pieces'
import { problemAnswer } from './problem'
import { wordingJson } from './report.shapes'

// Described with the schema that answers; a key is judged before the address, so that nobody learns what is there.
const described = createRoute({
  method: 'get',
  path: '/drafts/{id}',
  operationId: 'getDraft',
  tags: [told('api.tag.reports')],
  summary: told('api.call.draft'),
  security: [{ bearer: [] }],
  request: { params: z.object({ id: id.openapi({ description: told('api.parameter.draft') }) }) },
  responses: {
    200: json(draftSchema),
    401: refused('api.answer.unauthorised'),
    404: refused('api.answer.no_draft'),
  },
})

/** Reading a draft: by its author and whoever may approve it. */
export function draftCalls({ site }: Api, app: OpenAPIHono<Env>): void {
  const { deps } = site
  const db = deps.db.read
  app.openAPIRegistry.registerPath(described)
  app.get('/drafts/:id', async (c) => {
    const viewer = bearerOf(c) === undefined ? c.var.viewer : await filerOrReader(deps, c)
    if (viewer instanceof Response) return viewer
    if (!viewer)
      return problemAnswer(
        401,
        { detail: 'users.token_needed' },
        { 'www-authenticate': 'Bearer realm="followthrough"' },
      )
    const draft = await findDraft(db, c.req.param('id'))
    if (!draft || !roleOn(viewer, draft)) return problemAnswer(404, { detail: 'api.answer.no_draft' })
    return Response.json(await draftJson(db, draft), { headers: { 'cache-control': 'private, no-cache' } })
  })
}

/** What a token filed it can look up, whether or not it may read the record. */
async function filerOrReader(deps: Deps, c: Context): Promise<User | Response> {
  const filer = await holderOf(deps, c, 'report')
  return filer instanceof Response ? holderOf(deps, c, 'read') : filer
}

export async function draftJson(db: Db, draft: Draft): Promise<z.infer<typeof DraftSchema>> {
  const author = await findUser(db, draft.userId)
  const { read } = readDraft(draft, author ?? { name: '', organisation: null })
  return {
    id: draft.id,
    page: paths.draft(draft.id),
    state: draft.state,
    agreement: draft.place.agreement,
    measure: draft.place.code,
    changed_at: draft.changedAt,
    said: 'wording' in read ? wordingJson(read.wording, draft.place) : null,
    returned: draft.returns.map(({ at, comment }) => ({ at, comment })),
    report: draft.report,
  }
}
