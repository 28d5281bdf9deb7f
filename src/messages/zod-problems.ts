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
    return [{ field, message: messageOf(issue), ...valuesOf(issue) }]
  })
}

function messageOf(issue: z.core.$ZodIssue): MessageKey {
  if (isKey(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_value':
      return 'rules.choose'
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).find(isKey) ?? 'rules.shape'
    case 'invalid_type':
      if (issue.expected === 'number') return 'rules.number'
      // What was given is told in the schema's own sentence alone.
      return /received (undefined|null)$/.test(issue.message) ? 'rules.required' : 'rules.shape'
    default:
      return 'rules.required'
  }
}

function valuesOf(issue: z.core.$ZodIssue): { values?: Record<string, string | number> } {
  if (issue.code === 'too_big') return { values: { most: Number(issue.maximum) } }
  if (issue.code === 'invalid_value') return { values: { words: issue.values.map(String).join(', ') } }
  return issue.message === 'rules.whole'
    ? { values: { least: issue.code === 'too_small' ? Number(issue.minimum) : 1 } }
    : {}
}
