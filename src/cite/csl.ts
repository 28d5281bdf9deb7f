import type { Day } from '../lib/dates'
import type { Citation } from './citation'

const dateOf = (day: Day) => ({ 'date-parts': [day.split('-').map(Number)] })

/** The citation as an item of CSL-JSON, as reference managers read it; names are literal, since parties are no persons. */
export const cslOf = ({ key, kind, author, title, publisher, asOf, accessed, url, note }: Citation) => ({
  id: key,
  type: kind,
  title,
  author: [{ literal: author }],
  publisher,
  issued: dateOf(asOf),
  accessed: dateOf(accessed),
  URL: url,
  note,
  language: 'en',
})

/** The file that a reference manager takes in. */
export const cslFile = (citation: Citation): string => `${JSON.stringify([cslOf(citation)], null, 2)}\n`
