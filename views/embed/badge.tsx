import { shortened, textWidth } from '../../src/embed/text-width'
import type { Day } from '../../src/lib/dates'
import { dayWords } from '../ui/day'
import { directionOf, wordsIn } from '../ui/words'

interface Props {
  title: string
  /** Where it stands, in a few words. */
  words: string
  day: Day
}

const SIZE = 12
const PADDING = 9
const TALL = 26
const MOST_OF_A_TITLE = 52
// What XML cannot carry, and halves of signs.
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu
const ARABIC = /\p{Script=Arabic}/gu
const LATIN = /\p{Script=Latin}/gu

const written = (text: string): string => text.replace(UNWRITABLE, ' ').replace(/\s+/g, ' ').trim()
const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0
/** The way most of a text runs. */
const wayOf = (text: string) => directionOf(count(text, ARABIC) > count(text, LATIN) ? 'fa' : 'en')

/** Without marks of comparison or quotes, so that it is written into the picture as it is here. */
export const BADGE_STYLE =
  'text{font:12px DejaVu Sans,Verdana,Vazirmatn,Tahoma,sans-serif}.a{fill:#22303a}.b{fill:#f3f3ee}.c{fill:#fcfcfa}.t{fill:#fff}.w{fill:#1a1e22}.d{fill:#55585a}.e{fill:none;stroke:#83857f}' +
  '@media (prefers-color-scheme:dark){.a{fill:#0c1013}.b{fill:#2a3137}.c{fill:#1e2327}.w{fill:#e8e8e3}.d{fill:#b9bcb8}}'

interface Part {
  text: string
  /** Of its ground and its letters. */
  classes: [string, string]
}

/** A badge as a picture of its own: what it is about, where it stands, and the day, each as wide as its text. */
export function Badge(props: Props) {
  const t = wordsIn('en')
  const [title, words] = [written(props.title), written(props.words)]
  const day = dayWords(t, props.day)
  const parts: Part[] = [
    { text: shortened(title, MOST_OF_A_TITLE), classes: ['a', 't'] },
    { text: words, classes: ['b', 'w'] },
    { text: day, classes: ['c', 'd'] },
  ]
  let start = 0
  const boxes = parts.map((part) => {
    const wide = textWidth(part.text, SIZE)
    const box = { ...part, wide, start, width: wide + 2 * PADDING }
    start += box.width
    return box
  })
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={start}
      height={TALL}
      viewBox={`0 0 ${start} ${TALL}`}
      role="img"
      aria-labelledby="t d"
    >
      <title id="t">{t('embed.badge_title', { title, words, day })}</title>
      <desc id="d">{t('embed.as_of', { day })}</desc>
      <style>{BADGE_STYLE}</style>
      {boxes.map(({ start: x, width, classes: [ground] }) => (
        <rect class={ground} x={x} width={width} height={TALL} />
      ))}
      <rect class="e" x="0.5" y="0.5" width={start - 1} height={TALL - 1} />
      {boxes.map(({ text, wide, start: x, width, classes: [, letters] }) => (
        <text
          class={letters}
          x={x + width / 2}
          y="17.5"
          text-anchor="middle"
          direction={wayOf(text)}
          textLength={wide}
          lengthAdjust="spacingAndGlyphs"
        >
          {text}
        </text>
      ))}
    </svg>
  )
}
