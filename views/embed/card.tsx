import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Day } from '../../src/lib/dates'
import { DayText } from '../ui/day'
import { Marks } from '../ui/marks'
import { directionOf, LocaleContext, wordsIn } from '../ui/words'
import { CARD_STYLE } from './card-style'

interface Props {
  title: string
  withdrawn: boolean
  /** What it belongs to. */
  of: string
  /** The day shown, and the last entry that was known. */
  day: Day
  entry: number
  /** The absolute address of the page. */
  url: string
  operator: string | null
  children: Child
}

/** A whole document for the frame of another site: what it is, where it stands, the day, and the way to the page. */
export function Card({ title, withdrawn, of, day, entry, url, operator, children }: Props) {
  const locale = 'en' as const
  const t = wordsIn(locale)
  const product = t('common.product')
  const document = (
    <LocaleContext.Provider value={locale}>
      <html lang={locale} dir={directionOf(locale)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{t('layout.title', { title })}</title>
          <link rel="canonical" href={url} />
          <style>{CARD_STYLE}</style>
        </head>
        <body>
          <Marks />
          <main>
            <small class="line">{of}</small>
            <h1 dir="auto" class={withdrawn ? 'struck' : undefined}>
              <a href={url} target="_blank" rel="noopener">
                {title}
              </a>
            </h1>
            {withdrawn ? <p>{t('embed.withdrawn')}</p> : children}
            <p class="foot">
              <small class="line">{t.rich('embed.as_of_entry', { day: <DayText day={day} />, entry })}</small>
              <small class="line">{operator ? t('embed.kept_by', { product, operator }) : product}</small>
              <a href={url} target="_blank" rel="noopener">
                {t('embed.read_on')}
              </a>
            </p>
          </main>
        </body>
      </html>
    </LocaleContext.Provider>
  )
  return html`<!DOCTYPE html>${document}`
}
