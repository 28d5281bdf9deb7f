import { useT } from './words'

interface Props {
  page: number
  pages: number
  /** Where a page of that number is. */
  address: (page: number) => string
}

/** Pages to name: the first, the last, and those around the one shown; null where some are left out. */
export function namedPages(page: number, pages: number): (number | null)[] {
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return near.flatMap((number, index) => {
    const before = near[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}

/** Links to the pages of a numbered list. */
export function Pages({ page, pages, address }: Props) {
  const t = useT()
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label={t('ui.pager')}>
      {page > 1 ? (
        <a href={address(Math.min(page - 1, pages))} rel="prev">
          {t('ui.page_before')}
        </a>
      ) : null}
      <ol class="pages">
        {namedPages(page, pages).map((number) =>
          number === null ? (
            <li>…</li>
          ) : (
            <li>
              <a
                href={address(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={t('ui.page_number', { page: number })}
              >
                {number}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages ? (
        <a href={address(page + 1)} rel="next">
          {t('ui.page_after')}
        </a>
      ) : null}
    </nav>
  )
}
