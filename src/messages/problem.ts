import type { MessageKey, Values } from './messages'

/** One thing that is wrong with what was given: where, and which rule in words. */
export interface Problem {
  field: string
  message: MessageKey
  values?: Values
}
