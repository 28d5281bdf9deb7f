import type { Citation } from './citation'

// Every brace is paired: BibTeX counts them whether a backslash precedes them or not.
const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
}

/** Text as a field's value holds it: on one line, nothing in it a command; other scripts stay as they are. */
export const bibtexText = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^<>|`%&$#_]/g, (sign) => ESCAPES[sign] ?? '')
    // Two of them would be set as one long dash or quotation mark.
    .replace(/[-',](?=[-',])/g, '$&{}')

/** The citation as one entry of a `.bib` file. Names and titles are braced, so that no style splits or lowers them. */
export function bibtexOf(citation: Citation): string {
  const { key, author, title, publisher, asOf, accessed, url, note } = citation
  const fields = {
    author: `{${bibtexText(author)}}`,
    title: `{${bibtexText(title)}}`,
    howpublished: bibtexText(publisher),
    year: asOf.slice(0, 4),
    ...(citation.asOfPrecision !== 'year' && { month: asOf.slice(5, 7) }),
    note: bibtexText(note),
    // Read literally, and made of nothing that needs more.
    url,
    urldate: accessed,
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`
}
