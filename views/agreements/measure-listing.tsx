import type { Label } from '../../src/standing/standing.types'
import { csvOf, withoutParameters, withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { COUNTED } from '../charts/counts-bar'
import { untilOf } from '../charts/status-strip'
import { MeasureList, type MeasureLine } from '../measures/measure-line'
import { shownDay } from '../ui/asked'
import { FLAG_WORDS, LABEL_WORDS } from '../ui/kinds'
import { FilterBar } from '../ui/filter-bar'
import { LabelMark } from '../ui/label-chip'
import { nameOf, type Names } from '../ui/names'
import { Pages } from '../ui/pages'
import { useT, type Words } from '../ui/words'

/** The measures of one theme that are on this page. */
interface ThemeShown {
  theme: string | null
  /** Whether it began on an earlier page. */
  continued: boolean
  /** All of it that fits, on whatever page. */
  total: number
  /** How many there are of it, fitting or not. */
  held: number
  counts: Record<Label, number>
  lines: readonly MeasureLine[]
}

/** One page of an agreement's measures. */
export interface Listing {
  groups: readonly ThemeShown[]
  /** Every theme that fits, and the page on which it begins. */
  themes: readonly { theme: string | null; total: number; page: number }[]
  page: number
  pages: number
  /** How many measures fit, and how many there are. */
  fitting: number
  all: number
}

/** What the address narrows the list to; empty for any. */
export interface Chosen {
  q: string
  party: string
  label: string
  flag: string
  theme: string
}

interface Props {
  frame: Frame
  names: Names
  /** Slugs of the agreement's parties. */
  parties: readonly string[]
  /** Every theme of the agreement. */
  themes: readonly string[]
  listing: Listing
  chosen: Chosen
}

/** A list this short is looked over without a form. */
const FEW = 12

const themeWords = (t: Words, theme: string | null): string => theme ?? t('agreements.no_theme')
const anchorOf = (index: number): string => `theme-${index + 1}`

function Filters({ frame, names, parties, themes, chosen }: Props) {
  const t = useT()
  return (
    <FilterBar
      frame={frame}
      at="measures"
      search={{ name: 'q', label: t('agreements.find'), value: chosen.q }}
      filters={[
        {
          name: 'party',
          label: t('agreements.owed_by'),
          value: chosen.party,
          choices: parties.map((slug) => ({ value: slug, label: nameOf(names, slug) })),
        },
        {
          name: 'label',
          label: t('agreements.stands_at'),
          value: chosen.label,
          choices: COUNTED.map((label) => ({ value: label, label: t(LABEL_WORDS[label]) })),
        },
        {
          name: 'flag',
          label: t('agreements.flagged'),
          value: chosen.flag,
          choices: Object.entries(FLAG_WORDS).map(([flag, words]) => ({ value: flag, label: t(words) })),
        },
        {
          name: 'theme',
          label: t('agreements.theme'),
          value: chosen.theme,
          choices: themes.map((theme) => ({ value: theme, label: theme })),
        },
      ]}
    />
  )
}

/** Links to where each theme begins, on whatever page. */
function Jump({ frame, listing }: Props) {
  const t = useT()
  if (listing.themes.length < 2) return null
  return (
    <nav class="jump" aria-label={t('agreements.themes')}>
      <ul>
        {listing.themes.map(({ theme, total, page }, index) => (
          <li>
            <a
              href={`${withParameter(frame.address, 'page', page === 1 ? null : String(page))}#${anchorOf(index)}`}
            >
              {themeWords(t, theme)}
            </a>{' '}
            <small>{total}</small>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ThemeHeading({ group, index }: { group: ThemeShown; index: number }) {
  const t = useT()
  const { theme, total, held } = group
  const words = { theme: themeWords(t, theme), count: total, held, part: total < held ? 'yes' : 'no' }
  return (
    <div class="theme-heading" id={anchorOf(index)}>
      <h3>{t(group.continued ? 'agreements.theme_continued' : 'agreements.theme_heading', words)}</h3>
      <ul class="legend">
        {COUNTED.filter((label) => group.counts[label] > 0).map((label) => (
          <li>
            <LabelMark label={label} />
            {t('charts.count', { label: t(LABEL_WORDS[label]), count: group.counts[label] })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Groups({ frame, names, listing }: Props) {
  const day = shownDay(frame)
  const { groups, themes } = listing
  const until = groups
    .flatMap(({ lines }) => lines)
    .reduce((last, line) => untilOf(last, line.deadlines), day)
  const headed = themes.length > 1
  return (
    <>
      {groups.map((group) => (
        <>
          {headed ? (
            <ThemeHeading group={group} index={themes.findIndex(({ theme }) => theme === group.theme)} />
          ) : null}
          <MeasureList lines={group.lines} names={names} day={day} until={until} level={headed ? 4 : 3} />
        </>
      ))}
    </>
  )
}

/** The measures of an agreement: what they are narrowed to, by theme where there are many, a page at a time. */
export function MeasureListing(props: Props) {
  const { frame, listing, chosen } = props
  const t = useT()
  const { fitting, all, page, pages } = listing
  const narrowed = Object.values(chosen).some((value) => value !== '')
  return (
    <>
      {all > FEW || narrowed ? <Filters {...props} /> : null}
      {narrowed || pages > 1 ? (
        <p role="status">
          {t('agreements.listed', { fitting, all, page, pages, part: fitting < all ? 'yes' : 'no' })}
        </p>
      ) : null}
      <Jump {...props} />
      <Groups {...props} />
      <Pages
        page={page}
        pages={pages}
        address={(number) =>
          `${withParameter(frame.address, 'page', number === 1 ? null : String(number))}#measures`
        }
      />
      <p class="links">
        <a href={csvOf(withoutParameters(frame.address, 'page', 'history'))}>{t('ui.csv')}</a>
      </p>
    </>
  )
}
