import type { z } from 'zod'
import { english } from './en'
import type { MessageKey } from './messages'
import type { Problem } from './problem'

const isKey = (text: string): text is MessageKey => text in english

/** What a schema found wrong, in the catalogue's words; a field is its path, such as `evidence.0.url`. */
export function problemsFrom(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        message: 'rules.unknown_field',
      }))
    return [{ field, message: isKey(issue.message) ? issue.message : byCode(issue), ...valuesOf(issue) }]
  })
}

function byCode(issue: z.core.$ZodIssue): MessageKey {
  if (issue.code === 'invalid_value') return 'rules.choose'
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'rules.number'
  return issue.code === 'invalid_type' && issue.input !== undefined ? 'rules.shape' : 'rules.required'
}

function valuesOf(issue: z.core.$ZodIssue): { values?: Record<string, string | number> } {
  if (issue.code === 'too_big') return { values: { most: Number(issue.maximum) } }
  return issue.message === 'rules.whole'
    ? { values: { least: issue.code === 'too_small' ? Number(issue.minimum) : 1 } }
    : {}
}
