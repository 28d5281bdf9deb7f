import { type Fields, first } from '../lib/fields'
import { text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'

const schema = text(10_000)

/** The text of a reply, from the field `text`. */
export function readReplyForm(fields: Fields): { text: string } | { problems: Problem[] } {
  const { success, data, error } = schema.safeParse(first(fields, 'text'))
  return success
    ? { text: data }
    : { problems: problemsFrom(error).map((problem) => ({ ...problem, field: 'text' })) }
}
