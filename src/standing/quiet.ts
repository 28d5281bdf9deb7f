import type { Standing } from './standing.types'

/** Whether nothing is known of a measure and nothing presses: nobody gave a stage, and no deadline is past or near. */
export const isQuiet = ({ label, time }: Pick<Standing, 'label' | 'time'>): boolean =>
  label === 'not_assessed' && time !== 'overdue' && time !== 'due_soon'
