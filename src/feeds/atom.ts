import { aboutOf, type Author, type FeedFacts, itemOf } from './feed'

// What XML 1.0 cannot carry in any form.
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The text as XML writes it, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    // Else a reader would take them for a plain line end or space.
    .replace(/\r/g, '&#13;')

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

const link = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}" href="${escapeXml(href)}"${type === undefined ? '' : ` type="${type}"`}/>`

const author = ({ name, url }: Author): string =>
  `<author>${element('name', name)}${url === undefined ? '' : element('uri', url)}</author>`

/** RFC 4287, the same items as the JSON Feed. */
export function atomFeed(facts: FeedFacts, publicUrl: string): string {
  const about = aboutOf(facts)
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${about.language}">`,
    element('id', facts.id),
    element('title', about.title),
    element('subtitle', about.description),
    element('updated', facts.updated),
    link('self', facts.self, 'application/atom+xml'),
    link('alternate', facts.home, 'text/html'),
    ...(facts.next === null ? [] : [link('next', facts.next, 'application/atom+xml')]),
    author({ name: about.author, url: publicUrl }),
    ...facts.items.map((item) => atomEntry(itemOf(item, publicUrl))),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

const atomEntry = (item: ReturnType<typeof itemOf>): string =>
  [
    '<entry>',
    element('id', item.id),
    element('title', item.title),
    element('published', item.date_published),
    element('updated', item.date_modified ?? item.date_published),
    link('alternate', item.url, 'text/html'),
    ...item.authors.map(author),
    ...(item.tags ?? []).map((term) => `<category term="${escapeXml(term)}"/>`),
    element('summary', item.content_text),
    '</entry>',
  ].join('\n')
