import type { Child } from 'hono/jsx'
import { COMPARED_FLAGS, type ComparedFlag } from '../../src/dashboards/compare'
import type { MessageKey } from '../../src/messages/messages'
import { useT } from '../ui/words'
import type { CompareResult } from './compare-page'

const GAINED: Record<ComparedFlag, MessageKey> = {
  overdue: 'compare.gained.overdue',
  disputed: 'compare.gained.disputed',
  stale: 'compare.gained.stale',
  stalled: 'compare.gained.stalled',
  verified: 'compare.gained.verified',
}
const LOST: Record<ComparedFlag, MessageKey> = {
  overdue: 'compare.lost.overdue',
  disputed: 'compare.lost.disputed',
  stale: 'compare.lost.stale',
  stalled: 'compare.lost.stalled',
  verified: 'compare.lost.verified',
}

type Props = Pick<CompareResult, 'tally' | 'total'> & {
  from: string
  to: string
  by: 'then' | 'now'
  early?: boolean | undefined
}

/** What changed, in words, before any picture. */
export function CompareSentences({ tally, total, from, to, by, early }: Props) {
  const t = useT()
  const b = (words: Child[]) => <b>{words}</b>
  const { measures, cameIn, cameOut, moved, further, back, due, repledged } = tally
  const lines: (Child | null)[] = [
    cameIn > 0 ? t(by === 'then' ? 'compare.came_in_known' : 'compare.came_in', { count: cameIn }) : null,
    cameOut > 0 ? t('compare.came_out', { count: cameOut }) : null,
    ...COMPARED_FLAGS.flatMap((flag) => [
      tally.gained[flag] > 0 ? t(GAINED[flag], { count: tally.gained[flag] }) : null,
      tally.lost[flag] > 0 ? t(LOST[flag], { count: tally.lost[flag] }) : null,
    ]),
    due.set > 0 ? t('compare.due_set', { count: due.set }) : null,
    due.moved > 0 ? t('compare.due_moved', { count: due.moved }) : null,
    due.lifted > 0 ? t('compare.due_lifted', { count: due.lifted }) : null,
    repledged > 0 ? t('compare.repledged', { count: repledged }) : null,
  ].filter((line) => line !== null)
  return (
    <>
      <p class="lead">
        {measures === 0
          ? t('compare.no_measures', { from, to })
          : t.rich('compare.lead', {
              ...{ from, to, b, moved, further, back, total },
              measures: measures - cameIn - cameOut,
            })}
      </p>
      {lines.length === 0 ? null : (
        <ul class="told-changes">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <p class="hint">
        {early ? t('compare.early', { from }) : null}{' '}
        {t(by === 'then' ? 'compare.read_then' : 'compare.read_now')}
      </p>
    </>
  )
}
