// Advance widths of DejaVu Sans in thousandths of an em, from the space to the tilde; Verdana has the same but for a few.
const ASCII = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
] // prettier-ignore
const ANY_LETTER = 650
const WIDE = 1000
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u
/** Joined letters; narrower than they stand alone. */
const ARABIC = /\p{Script=Arabic}/u
const FULL_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u

function widthOf(sign: string): number {
  const ascii = ASCII[(sign.codePointAt(0) ?? 0) - 32]
  if (ascii !== undefined) return ascii
  if (NOTHING.test(sign)) return 0
  if (FULL_WIDTH.test(sign)) return WIDE
  return ARABIC.test(sign) ? 520 : ANY_LETTER
}

/** About how wide a text is at a size; the badge is drawn so wide, whatever font the reader has. */
export const textWidth = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, sign) => sum + widthOf(sign), 0) * (size / 1000))

/** The text, or its beginning with an ellipsis where it is longer than so many signs. */
export function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
