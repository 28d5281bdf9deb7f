import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { ReportWording, StatusReport } from '../../src/status-reports/status-report'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Hidden } from '../ui/controls'
import { Empty } from '../ui/empty'
import { nameOf, type Names } from '../ui/names'
import { Pager } from '../ui/pager'
import { ReportHow } from '../ui/report-how'
import { Told } from '../ui/told'
import { useT, wordsIn } from '../ui/words'

type HitKind = 'agreement' | 'measure' | 'party' | 'report' | 'note'

/** One thing found. */
interface SearchHit {
  kind: HitKind
  /** A report's own words, and who replied where it is a reply. */
  report: (ReportWording & Pick<StatusReport, 'actor'>) | null
  reply: string | null
  /** Who owes the measure it is on. */
  owedBy: readonly string[]
  /** From `paths`. */
  href: string
  title: string
  /** The agreement or measure it belongs to. */
  where: string | null
  /** The words around what was found. */
  excerpt: string | null
  language: string | null
}

const HIT_WORDS: Record<HitKind, MessageKey> = {
  agreement: 'search.kind.agreement',
  measure: 'search.kind.measure',
  party: 'search.kind.party',
  report: 'search.kind.report',
  note: 'search.kind.note',
}

interface Props {
  frame: Frame
  names: Names
  q: string
  hits: readonly SearchHit[]
  total: number
  newer: string | null
  older: string | null
}

function SearchForm({ frame, q }: { frame: Frame; q: string }) {
  const t = useT()
  return (
    <form method="get" action={paths.search} role="search" class="search-form">
      {frame.asOf === null ? null : <Hidden name="as_of" value={frame.asOf} />}
      {frame.knownAt === null ? null : <Hidden name="known_at" value={frame.knownAt} />}
      <div class="field">
        <label for="q">{t('search.field')}</label>
        <p class="hint" id="q-hint">
          {t('search.hint')}
        </p>
        <div class="joined">
          <input type="search" id="q" name="q" value={q} dir="auto" aria-describedby="q-hint" required />
          <button type="submit">{t('search.submit')}</button>
        </div>
      </div>
    </form>
  )
}

function Hit({ hit, names }: { hit: SearchHit; names: Names }) {
  const t = useT()
  return (
    <li>
      <h2>
        <Go href={hit.href}>
          <span dir="auto">{hit.title}</span>
        </Go>
      </h2>
      <small class="facts">
        <span>{t(hit.reply === null ? HIT_WORDS[hit.kind] : 'search.kind.reply')}</span>
        {hit.where ? (
          <span>
            <bdi>{hit.where}</bdi>
          </span>
        ) : null}
        {hit.reply === null ? null : <span>{nameOf(names, hit.reply)}</span>}
      </small>
      {hit.report ? <ReportHow report={hit.report} owedBy={hit.owedBy} names={names} /> : null}
      {hit.excerpt ? <Told text={hit.excerpt} language={hit.language} /> : null}
    </li>
  )
}

function Results({ q, hits, total, names }: Props) {
  const t = useT()
  if (q === '') return <p>{t('search.start')}</p>
  if (hits.length === 0)
    return (
      <Empty heading={t('search.none_heading', { q })}>
        {t.rich('search.none', { a: (words) => <Go href={paths.agreements}>{words}</Go> })}
      </Empty>
    )
  return (
    <>
      <p role="status">{t('search.found', { total, q })}</p>
      <ol class="hits">
        {hits.map((hit) => (
          <Hit hit={hit} names={names} />
        ))}
      </ol>
    </>
  )
}

export function SearchPage(props: Props) {
  const { frame, q, newer, older } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('search.heading')} dated="known">
      <h1>{t('search.heading')}</h1>
      <SearchForm frame={frame} q={q} />
      <Results {...props} />
      <Pager newer={newer} older={older} />
    </Page>
  )
}
