import { diffArrays } from 'diff'

/** A stretch of a text that stayed, went or came. */
export interface Piece {
  text: string
  change: 'same' | 'removed' | 'added'
}

/** Words as Unicode parts them, so that Persian and Urdu ones stay whole. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const wordsIn = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

// Beyond so many changed words nothing is gained by marking single ones, and the search for them takes long.
const MOST_EDITS = 600

/** How one text became another, word by word; one replaced whole where they have little in common. */
export function comparedTexts(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }]
  const found = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: MOST_EDITS })
  if (!found) return replaced(before, after)
  const pieces = found.map(({ value, added, removed }): Piece => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
  return gathered(pieces)
}

const replaced = (before: string, after: string): Piece[] =>
  [
    { text: before, change: 'removed' as const },
    { text: after, change: 'added' as const },
  ].filter(({ text }) => text !== '')

const BLANK = /^\s+$/

/** A space between two changes is part of them, so that each stretch of changed words is one mark. */
function gathered(pieces: readonly Piece[]): Piece[] {
  const gathered: Piece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    gathered.push(...replaced(removed, added))
    ;[removed, added] = ['', '']
  }
  for (const [index, { text, change }] of pieces.entries()) {
    const between = index > 0 && index < pieces.length - 1 && BLANK.test(text)
    if (change === 'removed') removed += text
    else if (change === 'added') added += text
    else if (between && removed + added !== '') [removed, added] = [removed + text, added + text]
    else {
      flush()
      gathered.push({ text, change })
    }
  }
  flush()
  return gathered
}

/** One side of a comparison: what stayed, and what went or came. */
export const sideOf = (pieces: readonly Piece[], side: 'removed' | 'added'): Piece[] =>
  pieces.filter(({ change }) => change === 'same' || change === side)
