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
      <Go href={paths.attention} current={pathOf(frame.address) === paths.attention}>
        {t('layout.attention')}
        {frame.attention ? (
          <>
            {' '}
            <span class="count" aria-hidden="true">
              {frame.attention}
            </span>
            <span class="hidden">{t('layout.attention_count', { count: frame.attention })}</span>
          </>
        ) : null}
      </Go>
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
          <Viewer frame={frame} />
        </nav>
      </div>
    </header>
  )
}
