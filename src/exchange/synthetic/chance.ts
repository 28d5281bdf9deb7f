/** A stream of choices that is the same for the same seed. */
export interface Chance {
  /** From 0 up to but not including 1. */
  next: () => number
  /** A whole number from the least to the most, both included. */
  between: (least: number, most: number) => number
  /** True as often as the share says. */
  happens: (share: number) => boolean
  oneOf: <T>(things: readonly [T, ...T[]]) => T
  uuid: () => string
}

/** Mulberry32 by Tommy Ettinger (public domain): small, fast, and good enough to make things up. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const hex = (digits: number) => {
    let text = ''
    while (text.length < digits) text += Math.floor(next() * 65_536).toString(16).padStart(4, '0') // prettier-ignore
    return text.slice(0, digits)
  }
  return {
    next,
    between,
    happens: (share) => next() < share,
    oneOf: (things) => things[between(0, things.length - 1)] ?? things[0],
    uuid: () => `${hex(8)}-${hex(4)}-8${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** A seed for the part of something that has a number of its own. */
export const seedOf = (seed: number, part: number): number =>
  (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(part + 1, 0xc2b2ae35)) >>> 0
