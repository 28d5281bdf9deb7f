import type { Obligation } from '../measures/measure'
import type { Problem } from '../messages/problem'

/** Figures and occurrences are kept of measures that count something or come round again. */
export const problemsWithObserving = (obligation: Obligation): Problem[] =>
  obligation === 'quantity' || obligation === 'periodic'
    ? []
    : [{ field: 'observed_on', message: 'forms.observation.obligation' }]
