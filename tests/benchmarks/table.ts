import type { Outcome } from './measure'

type Line = [figure: string, aim: string, ours: string, bare: string, ratio: string, size: string]

/** The figures as lines of a table; what is said of no aim stands indented below. */
export function table(outcomes: readonly Outcome[]): string {
  const lines: Line[] = [['', 'aim', 'ours /s', 'bare /s', 'ours ÷ bare', 'KB ours : bare']]
  for (const { name, aim, ours, bare, ratio, also } of outcomes) {
    const reached = aim === null || ratio >= aim ? '' : '  missed'
    lines.push([
      name,
      String(aim ?? ''),
      rate(ours.median),
      rate(bare.median),
      shown(ratio) + reached,
      sizes(ours, bare),
    ])
    for (const other of also) {
      const isBare = other.name.includes('bare')
      const rates: [string, string] = isBare
        ? [rate(ours.median), rate(other.median)]
        : [rate(other.median), rate(bare.median)]
      lines.push([
        `  ${other.name}`,
        '',
        ...rates,
        shown(other.ratio),
        isBare ? sizes(ours, other) : sizes(other, bare),
      ])
    }
  }
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? []
  return lines
    .map((line) =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n')
}

const rate = (perSecond: number): string =>
  perSecond >= 100 ? Math.round(perSecond).toLocaleString('en') : perSecond.toPrecision(3)
const shown = (ratio: number): string => (ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2))
const sizes = (a: { bytesEach: number }, b: { bytesEach: number }): string =>
  `${(a.bytesEach / 1000).toFixed(1)} : ${(b.bytesEach / 1000).toFixed(1)}`
