import type { Flow } from '../../src/dashboards/compare'
import type { Label } from '../../src/standing/standing.types'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { Table } from '../ui/table'
import { directionOf, useT, type Words } from '../ui/words'
import { COUNTED } from './counts-bar'
import { bandPath, flowGeometry, type Node } from './flow-geometry'

const TOP = 26
const labelWords = (t: Words, label: Label | null): string =>
  label === null ? t('compare.absent') : t(LABEL_WORDS[label])
const flowWords = (t: Words, { from, to, count }: Flow): string =>
  t('compare.flow', { from: labelWords(t, from), to: labelWords(t, to), count })

interface StackProps {
  nodes: readonly Node[]
  /** Where the stack stands, and its numbers, in percent. */
  at: number
  numbers: number
}

function Stack({ nodes, at, numbers }: StackProps) {
  const t = useT()
  return (
    <>
      {nodes.map(({ label, count, y, height }) => {
        const box = { x: `${at}%`, width: '4%', y: TOP + y, height }
        return (
          <g>
            <title>{t('charts.count', { label: labelWords(t, label), count })}</title>
            <rect class={`bar ${label ?? 'absent'}`} {...box} />
            {label === 'not_assessed' ? <rect {...box} fill="url(#hatch)" class="over" /> : null}
            <text x={`${numbers}%`} y={TOP + y + height / 2 + 5} text-anchor="middle">
              {count}
            </text>
          </g>
        )
      })}
    </>
  )
}

function Legend({ flows }: { flows: readonly Flow[] }) {
  const t = useT()
  const labels = [...COUNTED, null]
  const on = (side: 'from' | 'to', label: Label | null) =>
    flows.reduce((sum, flow) => sum + (flow[side] === label ? flow.count : 0), 0)
  return (
    <ul class="legend">
      {labels
        .map((label) => ({ label, before: on('from', label), after: on('to', label) }))
        .filter(({ before, after }) => before + after > 0)
        .map(({ label, before, after }) => (
          <li>
            {label === null ? <span class="absent-mark" aria-hidden="true" /> : <LabelMark label={label} />}
            {t('compare.legend', { label: labelWords(t, label), before, after })}
          </li>
        ))}
    </ul>
  )
}

interface Props {
  flows: readonly Flow[]
  /** The two days in words. */
  from: string
  to: string
}

/** How many measures went from which label to which: two stacks with bands between them. */
export function FlowChart({ flows, from, to }: Props) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  const { before, after, bands, height } = flowGeometry(flows)
  if (bands.length === 0) return null
  const moved = flows.filter((flow) => flow.from !== flow.to)
  return (
    <figure class="flows">
      <svg role="img" width="100%" height={TOP + height + 4}>
        <title>{t('compare.flows_title', { from, to })}</title>
        <desc>
          {moved.length === 0 ? t('compare.flows_none') : moved.map((flow) => flowWords(t, flow)).join('; ')}
        </desc>
        <text x={rtl ? '100%' : '0'} y="14" text-anchor="start">
          {from}
        </text>
        <text x={rtl ? '0' : '100%'} y="14" text-anchor="end">
          {to}
        </text>
        <svg
          x="12%"
          width="76%"
          y={TOP}
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
        >
          {bands.map((band) => (
            <path class={band.from === band.to ? 'way same' : 'way'} d={bandPath(band, rtl)} />
          ))}
        </svg>
        <Stack nodes={before} at={rtl ? 88 : 8} numbers={rtl ? 96 : 4} />
        <Stack nodes={after} at={rtl ? 8 : 88} numbers={rtl ? 4 : 96} />
      </svg>
      <Legend flows={flows} />
      <details class="as-table">
        <summary>{t('ui.as_table')}</summary>
        <Table
          caption={t('compare.flows_title', { from, to })}
          rows={flows}
          columns={[
            { head: from, names: true, cell: (flow) => labelWords(t, flow.from) },
            { head: to, cell: (flow) => labelWords(t, flow.to) },
            { head: t('compare.head_count'), figures: true, cell: (flow) => flow.count },
          ]}
        />
      </details>
    </figure>
  )
}
