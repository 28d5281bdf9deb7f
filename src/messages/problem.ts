import type { MessageKey, Values } from './messages'

/** One thing that is wrong with what was given: where, and which rule in words. */
export interface Problem {
  field: string
  message: MessageKey
  values?: Values
}

/** The same where nobody has the answers before their eyes, as they have in a form: it says which there are. */
export const spelledOut = (problem: Problem): Problem =>
  problem.message === 'rules.choose' && problem.values?.['words'] !== undefined
    ? { ...problem, message: 'rules.one_of' }
    : problem
