import type { Obligation } from '../measures/measure'
import type { Problem } from '../messages/problem'

/** Whether figures and occurrences are kept of a measure: of those that count something or come round again. */
export const isObserved = (obligation: Obligation): boolean =>
  obligation === 'quantity' || obligation === 'periodic'

export const problemsWithObserving = (obligation: Obligation): Problem[] =>
  isObserved(obligation) ? [] : [{ field: 'observed_on', message: 'forms.observation.obligation' }]
