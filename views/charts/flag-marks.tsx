import type { Precisions } from '../../src/lib/dates'
import { dayWords } from '../ui/day'
import { FLAG_WORDS } from '../ui/kinds'
import { directionOf, useT } from '../ui/words'
import type { FlagMark, MarkedFlag } from './strip-flags'

/** The shapes of the flags, as the words beside a label have them. */
const SHAPES: Record<MarkedFlag, string> = {
  overdue: 'M0 -4.5L4.5 4H-4.5z',
  disputed: 'M-4 -1.8H4M-4 1.8H4M2.2 -4.5L-2.2 4.5',
  stalled: 'M-2 -4V4M2 -4V4',
  verified: 'M0 -5L5 0L0 5L-5 0z',
}
/** From one mark to the next where they would cover each other. */
const APART = 12

/** Where each flag was raised, under the line. */
export function FlagMarks({ marks, y, known }: { marks: readonly FlagMark[]; y: number; known: Precisions }) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  return (
    <>
      {marks.map(({ flag, from, at, before }) => {
        // The last part of the line has no room after it.
        const back = rtl ? at > 10 : at > 90
        return (
          <svg x={`${at}%`} y={y} class="spot">
            <g class={`flag-mark ${flag}`} transform={`translate(${(back ? -1 : 1) * APART * before} 0)`}>
              <title>
                {t('charts.flag_mark', { flag: t(FLAG_WORDS[flag]), day: dayWords(t, from, known[from]) })}
              </title>
              <path d={SHAPES[flag]} />
            </g>
          </svg>
        )
      })}
    </>
  )
}

/** What the marks under a line are. */
export function FlagKey({ flags }: { flags: readonly MarkedFlag[] }) {
  const t = useT()
  return (
    <ul class="legend flag-key">
      {flags.map((flag) => (
        <li>
          <svg class={`flag-mark ${flag}`} viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
            <path d={SHAPES[flag]} />
          </svg>
          {t(FLAG_WORDS[flag])}
        </li>
      ))}
    </ul>
  )
}
