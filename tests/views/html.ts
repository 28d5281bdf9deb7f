import type { HtmlEscapedString } from 'hono/utils/html'

export type Rendered = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a browser is sent; a view that waits for anything is none. */
export function htmlOf(element: Rendered): string {
  if (element instanceof Promise) throw new Error('a view must not wait')
  return element.toString()
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** What a person reads: the text without its markup, each run of spaces as one. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(a|b|i|time)\b/.test(tag) ? '' : ' '))
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .trim()
