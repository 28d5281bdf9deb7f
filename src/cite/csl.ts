import type { Day, Precision } from '../lib/dates'
import type { Citation } from './citation'

const KNOWN: Record<Precision, number> = { day: 3, inferred: 3, month: 2, year: 1 }
const dateOf = (day: Day, precision: Precision = 'day') => ({
  'date-parts': [day.split('-').map(Number).slice(0, KNOWN[precision])],
})

/** The citation as an item of CSL-JSON, as reference managers read it; names are literal, since parties are no persons. */
export const cslOf = (citation: Citation) => ({
  id: citation.key,
  type: citation.kind,
  title: citation.title,
  author: [{ literal: citation.author }],
  publisher: citation.publisher,
  issued: dateOf(citation.asOf, citation.asOfPrecision),
  accessed: dateOf(citation.accessed),
  URL: citation.url,
  note: citation.note,
  language: 'en',
})

/** The file that a reference manager takes in. */
export const cslFile = (citation: Citation): string => `${JSON.stringify([cslOf(citation)], null, 2)}\n`
