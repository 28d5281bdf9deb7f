import { html } from 'hono/html'
import type { Day } from '../../src/lib/dates'
import type { Locale } from '../../src/messages/messages'
import type { Names } from '../ui/names'
import { LocaleContext } from '../ui/words'
import type { AttentionItem } from './attention-item'
import { Why } from './why'

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Why a measure needs attention, as the page says it, without markup. */
export async function whyText(locale: Locale, item: AttentionItem, names: Names, day: Day): Promise<string> {
  const markup = (
    <LocaleContext.Provider value={locale}>
      <Why item={item} names={names} day={day} />
    </LocaleContext.Provider>
  )
  return (await html`${markup}`)
    .toString()
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, sign: string) => SIGNS[sign] ?? '')
    .trim()
}
