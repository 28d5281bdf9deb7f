const SPECIAL = /[\\;,]/g
const BREAK = /\r\n?|\n/g
/** RFC 5545, 3.1: 75 octets at most, of which a continued line's blank is one. */
const OCTETS = 74

/** A text as the value of a property. */
export const icalText = (text: string): string => text.replace(SPECIAL, '\\$&').replace(BREAK, '\\n')

/** One property, ended and folded. */
export const icalLine = (name: string, value: string | number): string => `${folded(`${name}:${value}`)}\r\n`

/** Folds between letters, never within one. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= OCTETS) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter.codePointAt(0) ?? 0)
    if (octets + more > OCTETS) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n ')
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
