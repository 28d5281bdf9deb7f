/** Lines of half the width of a page, at the size the brief is printed in. */
const LETTERS_A_LINE = 52

/** How many lines some letters take up in a column. */
export const linesFor = (letters: number): number => Math.max(1, Math.ceil(letters / LETTERS_A_LINE))

/**
 * How many items of each list are shown so that all fit into some lines together; an item is given as the lines it needs. The
 * lists take turns, so that a long one takes only the room that the others leave; one whose next item finds no room ends.
 */
export function sharedRoom(lists: readonly (readonly number[])[], room: number): number[] {
  const shown = lists.map(() => 0)
  const open = new Set(lists.keys())
  let left = room
  while (open.size > 0)
    for (const which of [...open]) {
      const need = lists[which]?.[shown[which] ?? 0]
      if (need === undefined || need > left) open.delete(which)
      else {
        shown[which] = (shown[which] ?? 0) + 1
        left -= need
      }
    }
  return shown
}
