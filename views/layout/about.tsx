import { raw } from 'hono/html'
import { jsonLd, type Thing } from '../../src/cite/json-ld'
import { keepAsked } from '../ui/asked'
import { wordsIn } from '../ui/words'
import type { Frame } from './frame'

/** What a page is about, for those who link to it and for search engines. */
export interface About {
  /** Its path without a query; the day and instant asked for are kept. */
  page: string
  title: string
  /** Where it stands, in a sentence. */
  description: string
  things: readonly Thing[]
}

// A page that is one of many of its kind, on one matter.
const KIND = 'article'
const CARD = 'summary'
const LD = 'application/ld+json'

/** The page's one address, what others show where they link to it, and the same in the words of schema.org. */
export function AboutPage({ frame, about }: { frame: Frame; about: About }) {
  const t = wordsIn(frame.locale)
  const url = frame.publicUrl + keepAsked(frame, about.page)
  const shown = { 'og:site_name': t('common.product'), 'og:type': KIND, 'og:title': about.title }
  return (
    <>
      <link rel="canonical" href={url} />
      {Object.entries({ ...shown, 'og:description': about.description, 'og:url': url }).map(
        ([property, content]) => (
          <meta property={property} content={content} />
        ),
      )}
      <meta name="twitter:card" content={CARD} />
      {/* Data and not a program: no browser runs it, and nothing in it can end it. */}
      <script type={LD}>{raw(jsonLd(about.things))}</script>
    </>
  )
}
