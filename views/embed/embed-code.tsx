import { paths } from '../../src/paths'
import { Go, keepAsked } from '../ui/asked'
import type { Frame } from '../layout/frame'
import { useT } from '../ui/words'

interface Props {
  frame: Frame
  /** The path of the page that the card is of. */
  page: string
  title: string
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const attribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
/** On one line, its brackets no end of the link. */
const markdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]`<>*_]/g, '\\$&')

/** What to copy into another site: the card as a frame, the badge as HTML and as Markdown, each keeping the day asked for. */
export function EmbedCode({ frame, page, title }: Props) {
  const t = useT()
  const address = (path: string) => frame.publicUrl + keepAsked(frame, path)
  const [url, card, badge] = [page, paths.embed(page), paths.badge(page)].map(address) as [
    string,
    string,
    string,
  ]
  const snippets = [
    {
      label: t('embed.card_html'),
      code: `<iframe src="${attribute(card)}" title="${attribute(title)}" width="480" height="440" style="border:0" loading="lazy"></iframe>`,
    },
    {
      label: t('embed.badge_html'),
      code: `<a href="${attribute(url)}"><img src="${attribute(badge)}" alt="${attribute(title)}"></a>`,
    },
    { label: t('embed.badge_markdown'), code: `[![${markdown(title)}](${badge})](${url})` },
  ]
  return (
    <details class="embed-code" id="embed">
      <summary>{t('embed.heading')}</summary>
      <p class="hint">{t('embed.note')}</p>
      <p>
        <Go href={paths.embed(page)}>
          <img
            class="badge"
            src={keepAsked(frame, paths.badge(page))}
            alt={t('embed.preview')}
            height="26"
            loading="lazy"
          />
        </Go>
      </p>
      {snippets.map(({ label, code }) => (
        <>
          <p class="kind">{label}</p>
          <pre class="citation" dir="ltr">
            {code}
          </pre>
        </>
      ))}
    </details>
  )
}
