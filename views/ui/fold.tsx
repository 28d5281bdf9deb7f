import type { PropsWithChildren } from 'hono/jsx'

/** More of the same, one click away; in print it is always there. */
export const Fold = ({ summary, children }: PropsWithChildren<{ summary: string }>) => (
  <details class="fold">
    <summary>{summary}</summary>
    {children}
  </details>
)

interface Folded<Thing> {
  /** How many of the last are shown; the rest is folded away before them. */
  last: number
  things: readonly Thing[]
}

/** The things of a list that stand for the rest of it, and the rest. A rest of one is no shorter folded. */
export function foldedOf<Thing>({ things, last }: Folded<Thing>): { earlier: Thing[]; shown: Thing[] } {
  const cut = things.length - last
  return cut < 2
    ? { earlier: [], shown: [...things] }
    : { earlier: things.slice(0, cut), shown: things.slice(cut) }
}
