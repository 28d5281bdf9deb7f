import { html } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { paths } from '../../src/paths'
import { AskedContext, keepAsked } from '../ui/asked'
import { Marks } from '../ui/marks'
import { directionOf, LocaleContext, wordsIn } from '../ui/words'
import { type About, AboutPage } from './about'
import { AsOf, type Preset } from './as-of'
import { Footer } from './footer'
import type { FeedLink, Frame } from './frame'
import { Header } from './header'

export { keepAsked } from '../ui/asked'

interface PageProps {
  frame: Frame
  /** What the page is called; the product's name is added. */
  title: string
  description?: string
  /** Feeds of this page; the frame's are always linked. */
  feeds?: FeedLink[]
  /** A style sheet of its own besides the site's. */
  sheet?: 'brief.css'
  /** Told of pages that others link to. */
  about?: About
  /** What the page can be asked for: another day, by other knowledge alone, or neither, as forms, errors and the account. */
  dated?: boolean | 'known'
  /** Days that are of use on this page besides the usual ones. */
  presets?: readonly Preset[]
  /** Where two days of what the page shows are compared. */
  compare?: string
}

function Head({ frame, title, description, feeds = [], sheet, about }: PageProps) {
  const t = wordsIn(frame.locale)
  const linked = [
    ...frame.feeds,
    ...feeds.filter((feed) => !frame.feeds.some(({ href }) => href === feed.href)),
  ]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{t('layout.title', { title })}</title>
      {description ? <meta name="description" content={description} /> : null}
      <meta name="color-scheme" content="light dark" />
      <link
        rel="icon"
        type="image/svg+xml"
        href={`${paths.assets('icon.svg')}?v=${encodeURIComponent(frame.build)}`}
      />
      {['site.css', ...(sheet ? [sheet] : [])].map((file) => (
        <link rel="stylesheet" href={`${paths.assets(file)}?v=${encodeURIComponent(frame.build)}`} />
      ))}
      {linked.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={keepAsked(frame, feed.href)} />
      ))}
      {about && !frame.shut ? <AboutPage frame={frame} about={about} /> : null}
    </head>
  )
}

function Body({
  frame,
  dated = true,
  presets = [],
  compare = paths.compare,
  children,
}: PropsWithChildren<PageProps>) {
  const t = wordsIn(frame.locale)
  return (
    <body>
      <a class="skip" href="#content">
        {t('common.skip')}
      </a>
      <Marks />
      <Header frame={frame} />
      {dated ? <AsOf frame={frame} known={dated === 'known'} presets={presets} compare={compare} /> : null}
      <main id="content" class="wrap" tabindex={-1}>
        {children}
      </main>
      <Footer frame={frame} />
    </body>
  )
}

/** A whole document around a page's own content. */
export function Page({ children, ...props }: PropsWithChildren<PageProps>) {
  const { frame } = props
  const asked = { asOf: frame.asOf, knownAt: frame.knownAt }
  const document = (
    <LocaleContext.Provider value={frame.locale}>
      <AskedContext.Provider value={asked}>
        <html lang={frame.locale} dir={directionOf(frame.locale)}>
          <Head {...props} />
          <Body {...props}>{children}</Body>
        </html>
      </AskedContext.Provider>
    </LocaleContext.Provider>
  )
  return html`<!DOCTYPE html>${document}`
}
