import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fileName, MEBIBYTE, MOST_FILE_BYTES } from '../evidence/file'
import { keepUpload } from '../evidence/keep-upload'
import { paths } from '../paths'
import { holdsPen } from '../users/pens'
import { bearer } from '../users/signed-in'
import type { Env } from '../web/env'
import { type Api, json, refused } from './answers'
import { readBytes } from './json-body'
import { told } from './pieces'
import { problemAnswer } from './problem'
import { fileSchema } from './record.schema'

const LONGEST_NAME = 400
const name = z
  .string()
  .max(LONGEST_NAME)
  .optional()
  .openapi({ description: told('api.parameter.file_name') })

const described = createRoute({
  method: 'post',
  path: '/files',
  operationId: 'sendFile',
  tags: [told('api.tag.files')],
  summary: told('api.call.file'),
  security: [{ bearer: [] }],
  request: {
    query: z.object({ name }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: {
    201: { ...json(fileSchema, 'api.answer.kept'), headers: z.object({ Location: z.string() }) },
    400: refused('api.answer.malformed'),
    401: refused('api.answer.unauthorised'),
    403: refused('api.answer.forbidden'),
    413: refused('api.answer.file_too_large'),
    422: refused('api.answer.file_refused'),
  },
})

/** Sending a file, whole and by itself; what it is called a type by is not looked at. */
export function fileCalls({ site: { deps } }: Api, app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerPath(described)
  app.post('/files', bearer(deps, 'report'), async (c) => {
    const { user } = c.var
    if (!holdsPen(user)) return problemAnswer(403, { detail: 'api.detail.no_pen' })
    const called = name.safeParse(c.req.query('name'))
    if (!called.success) return badName()
    const bytes = await readBytes(c.req.raw, MOST_FILE_BYTES)
    if (bytes === null) return tooLarge()
    const kept = await keepUpload(deps, user.actorId, bytes)
    if (kept.outcome === 'refused')
      return problemAnswer(422, {
        detail: 'api.detail.file_refused',
        problems: [{ field: '', ...kept.why }],
      })
    const { sha256, type, size } = kept.file
    const file: z.infer<typeof fileSchema> = { sha256, name: fileName(called.data ?? '', type), type, size }
    return Response.json(file, { status: 201, headers: { location: paths.file(sha256) } })
  })
}

const badName = (): Response =>
  problemAnswer(400, {
    detail: 'api.detail.parameters',
    problems: [{ field: 'name', message: 'rules.too_long', values: { most: LONGEST_NAME } }],
  })

const tooLarge = (): Response =>
  problemAnswer(413, {
    detail: 'api.detail.file_too_large',
    values: { most: MOST_FILE_BYTES / MEBIBYTE },
  })
