import { z } from '@hono/zod-openapi'
import { message, type MessageKey, type Values } from '../messages/messages'
import { type Problem, spelledOut } from '../messages/problem'
import { reportSchema } from './report.schema'
import { told } from './pieces'

export const PROBLEM_TYPE = { 'content-type': 'application/problem+json' } as const

/** RFC 9457. */
const problemFields = {
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().optional(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })),
}
export const problemSchema = z.strictObject(problemFields).openapi('Problem')
export const conflictSchema = z
  .strictObject({
    ...problemFields,
    newer: z
      .array(reportSchema)
      .optional()
      .openapi({ description: told('api.field.newer') }),
  })
  .openapi('Conflict')

export type ProblemJson = z.infer<typeof problemSchema>

const STATUSES = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503] as const
export type ProblemStatus = (typeof STATUSES)[number]

export const problemStatus = (status: number): ProblemStatus =>
  STATUSES.find((known) => known === status) ?? (status < 500 ? 400 : 500)

interface Told {
  detail: MessageKey
  values?: Values
  problems?: readonly Problem[]
}

/** What is wrong, in words. */
export const problem = (status: ProblemStatus, { detail, values, problems = [] }: Told): ProblemJson => ({
  type: 'about:blank',
  title: message('en', `api.status.${status}`),
  status,
  detail: message('en', detail, values),
  errors: problems.map(spelledOut).map(({ field, message: key, values: filled }) => ({
    field,
    message: message('en', key, filled),
  })),
})

/** The same as an answer of its own, for whoever answers outside a described call. */
export const problemAnswer = (
  status: ProblemStatus,
  problemTold: Told,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(problem(status, problemTold)), {
    status,
    headers: { ...PROBLEM_TYPE, ...headers },
  })
