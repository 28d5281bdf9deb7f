import { dayOf } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import { Go, OutLink, shownDay } from '../ui/asked'
import { DayText, dayWords } from '../ui/day'
import { useT } from '../ui/words'
import { API_DOCS } from './elsewhere'
import type { Frame } from './frame'

const MAIL = /^[^\s@:/]+@[^\s@:/]+$/

function Contact({ contact }: { contact: string }) {
  const t = useT()
  const link = MAIL.test(contact) ? (
    <a href={`mailto:${encodeURIComponent(contact).replace('%40', '@')}`}>{contact}</a>
  ) : (
    <OutLink href={contact}>{contact}</OutLink>
  )
  return <p>{t.rich('layout.contact', { contact: link })}</p>
}

function LastEntry({ frame }: { frame: Frame }) {
  const t = useT()
  if (frame.head === null) return <p>{t('layout.head_none')}</p>
  return (
    <p>
      {t.rich('layout.head', {
        n: frame.head.n,
        day: <DayText day={dayOf(frame.head.enteredAt)} />,
        a: (words) => <Go href={paths.ledger}>{words}</Go>,
      })}
    </p>
  )
}

function Elsewhere({ frame }: { frame: Frame }) {
  const t = useT()
  return (
    <nav aria-label={t('layout.about')}>
      <Go href={paths.method}>{t('layout.method')}</Go>
      <Go href={paths.implementability}>{t('layout.implementability')}</Go>
      <Go href={paths.ledger}>{t('layout.ledger')}</Go>
      <Go href={API_DOCS}>{t('layout.api')}</Go>
      {frame.feeds.map((feed) => (
        <Go href={feed.href} type={feed.type}>
          {feed.title}
        </Go>
      ))}
    </nav>
  )
}

export function Footer({ frame }: { frame: Frame }) {
  const t = useT()
  return (
    <footer class="bottom">
      <div class="wrap">
        <div>
          {frame.operator ? <p>{t('layout.operator', { operator: frame.operator })}</p> : null}
          {frame.contact ? <Contact contact={frame.contact} /> : null}
          {frame.dataLicence ? <p>{t('layout.licence', { licence: frame.dataLicence })}</p> : null}
          {frame.shut ? null : <LastEntry frame={frame} />}
        </div>
        {frame.shut ? null : <Elsewhere frame={frame} />}
        <p class="print-only">
          {t('layout.print', {
            product: t('common.product'),
            url: `${frame.publicUrl}${frame.address}`,
            day: dayWords(t, shownDay(frame)),
          })}
        </p>
      </div>
    </footer>
  )
}
