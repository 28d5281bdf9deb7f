import type { Choice } from '../ui/controls'

/** The choices, and what was sent although it is none of them, so that a refused form still shows it. */
export const withTyped = (choices: readonly Choice[], typed: string): Choice[] =>
  typed === '' || choices.some(({ value }) => value === typed)
    ? [...choices]
    : [...choices, { value: typed, label: typed }]
