import { message, type Values } from '../messages/messages'
import { type Problem, spelledOut } from '../messages/problem'

/** Something that keeps a file out of the record, and where it stands: `agreements[0].measures[2].code`. */
export interface Fault {
  place: string
  sentence: string
}

export const MOST_FAULTS = 1_000

/** The path of a field as a place in a file: numbers in brackets. */
export const placeOf = (...parts: string[]): string =>
  parts
    .filter(Boolean)
    .join('.')
    .replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]')

export function faultFrom(place: string, problem: Problem): Fault {
  const { field, message: key, values } = spelledOut(problem)
  return { place: placeOf(place, field), sentence: message('en', key, values) }
}

export const fault = (place: string, key: Problem['message'], values?: Values): Fault => ({
  place,
  sentence: message('en', key, values),
})

/** A line for each fault; after the first thousand only their number. */
export function faultLines(faults: readonly Fault[]): string[] {
  const lines = faults
    .slice(0, MOST_FAULTS)
    .map(({ place, sentence }) => (place === '' ? sentence : `${place}: ${sentence}`))
  const more = faults.length - lines.length
  return more > 0 ? [...lines, message('en', 'exchange.more_faults', { count: more })] : lines
}
