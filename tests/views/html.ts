import type { HtmlEscapedString } from 'hono/utils/html'

export type Rendered = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a browser is sent; a view that waits for anything is none. */
export function htmlOf(element: Rendered): string {
  if (element instanceof Promise) throw new Error('a view must not wait')
  return element.toString()
}
