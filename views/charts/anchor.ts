type Anchor = 'start' | 'middle' | 'end'

const ACROSS: Record<Anchor, Anchor> = { start: 'end', middle: 'middle', end: 'start' }

/** How a word hangs at a place so that it stays within the picture. Text runs with the page, so both ends change sides. */
export function anchorOf(percent: number, rightToLeft: boolean, edge = 4): Anchor {
  const anchor = percent < edge ? 'start' : percent > 100 - edge ? 'end' : 'middle'
  return rightToLeft ? ACROSS[anchor] : anchor
}
