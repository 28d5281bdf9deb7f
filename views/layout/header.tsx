import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'
import { pathOf } from './elsewhere'
import type { Frame } from './frame'

function NavLink({ frame, href, label }: { frame: Frame; href: string; label: string }) {
  return (
    <Go href={href} current={pathOf(frame.address) === href}>
      {label}
    </Go>
  )
}

function Counted({
  frame,
  href,
  label,
  count,
  said,
}: {
  frame: Frame
  href: string
  label: string
  count: number
  said: MessageKey
}) {
  const t = useT()
  return (
    <Go href={href} current={pathOf(frame.address) === href}>
      {label}
      {count > 0 ? (
        <>
          {' '}
          <span class="count" aria-hidden="true">
            {count}
          </span>
          <span class="hidden">{t(said, { count })}</span>
        </>
      ) : null}
    </Go>
  )
}

function Desk({ frame }: { frame: Frame }) {
  const t = useT()
  if (frame.desk === null) return null
  const { drafts, review } = frame.desk
  return (
    <>
      <Counted
        frame={frame}
        href={paths.drafts}
        label={t('layout.drafts')}
        count={drafts}
        said="layout.drafts_count"
      />
      {review > 0 || pathOf(frame.address) === paths.review ? (
        <Counted
          frame={frame}
          href={paths.review}
          label={t('layout.review')}
          count={review}
          said="layout.review_count"
        />
      ) : null}
    </>
  )
}

function Viewer({ frame }: { frame: Frame }) {
  const t = useT()
  if (frame.viewer === null) return <NavLink frame={frame} href={paths.signIn} label={t('layout.sign_in')} />
  return (
    <>
      {frame.viewer.roles.includes('admin') ? (
        <NavLink frame={frame} href={paths.admin} label={t('layout.people')} />
      ) : null}
      <NavLink frame={frame} href={paths.account} label={t('layout.account', { name: frame.viewer.name })} />
    </>
  )
}

function Places({ frame }: { frame: Frame }) {
  const t = useT()
  return (
    <>
      <NavLink frame={frame} href={paths.agreements} label={t('layout.agreements')} />
      <NavLink frame={frame} href={paths.parties} label={t('layout.parties')} />
      <Counted
        frame={frame}
        href={paths.attention}
        label={t('layout.attention')}
        count={frame.attention ?? 0}
        said="layout.attention_count"
      />
      <NavLink frame={frame} href={paths.search} label={t('layout.search')} />
    </>
  )
}

export function Header({ frame }: { frame: Frame }) {
  const t = useT()
  return (
    <header class="top">
      <div class="wrap">
        <Go href={paths.home} class="brand">
          {t('common.product')}
        </Go>
        <nav aria-label={t('layout.main_nav')}>
          {frame.shut ? null : <Places frame={frame} />}
          {frame.shut ? null : <Desk frame={frame} />}
          <Viewer frame={frame} />
        </nav>
      </div>
    </header>
  )
}
