// Letters that look alike but are typed with different code points on Arabic, Persian and Urdu keyboards.
const ALIKE: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
}
const MARKS = /[\p{Mn}\u0640\u200b-\u200f\u2060\ufeff]/gu

/** The text as search compares it: no case, no accents, no joiners, one digit set, one space. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[يىكةہھأإٱ]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/** The text as it enters the record: whole characters, plain line ends, no control characters, no space around it. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()

const TURNS = /[\u202a-\u202e\u2066-\u2069]/g
const END_OF_TURN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'\u202a\u202b\u202d\u202e'].map((turn) => [turn, '\u202c'])),
  ...Object.fromEntries([...'\u2066\u2067\u2068'].map((turn) => [turn, '\u2069'])),
}

/** The text with each turn of its direction ended within it, and no end of one begun elsewhere: what follows keeps its own. */
export function keptInside(text: string): string {
  const open: string[] = []
  const kept = text.replace(TURNS, (sign) => {
    const end = END_OF_TURN[sign]
    if (end !== undefined) open.push(end)
    else {
      // The end of an isolate also ends the turns inside it.
      const at = sign === '\u2069' ? open.lastIndexOf(sign) : open.length - 1
      if (open[at] !== sign) return ''
      open.length = at
    }
    return sign
  })
  return kept + open.reverse().join('')
}

/** What stands in the place of a text that was redacted. */
export const REMOVED = '[removed]'

/** Compares as people number things: 2 before 10, A2 before A2b. */
const collator = new Intl.Collator('en', { numeric: true })
export const naturally = (one: string, other: string): number =>
  collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)
