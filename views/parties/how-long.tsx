import { paths } from '../../src/paths'
import type { MedianOf, Survival } from '../../src/standing/promises'
import type { Obligation } from '../../src/measures/measure'
import { SurvivalChart } from '../charts/survival-chart'
import { durationWords, listWords, percentWords } from '../ui/amounts'
import { Go } from '../ui/asked'
import { OBLIGATION_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { useT, type Words } from '../ui/words'

interface Medians {
  byTheme: readonly MedianOf[]
  byObligation: readonly MedianOf[]
}

interface Props {
  survival: Survival
  medians: Medians
  /** How many measures the promises are made in. */
  measures: number
  /** How many agreements were concluded on a day that is not known exactly. */
  inexact: number
}

/** Years after the agreement that a sentence speaks of, where the record is old enough. */
const SAID = [5, 10, 20]

const medianWords = (t: Words, median: number | null): string =>
  median === null ? t('pair.not_reached') : durationWords(t, median)

/** The years spoken of, each with the last of them that tells no more than it does. */
function saidIn(yearly: Survival['yearly']) {
  const said = SAID.flatMap((years) => yearly[years] ?? [])
  const groups = Map.groupBy(said, ({ share }) => Math.round(100 * share))
  return [...groups.values()].flatMap((rows) => {
    const [first, last] = [rows[0], rows.at(-1)]
    return first && last ? [{ ...first, last: last === first ? 0 : last.years }] : []
  })
}

function After({ row }: { row: ReturnType<typeof saidIn>[number] }) {
  const t = useT()
  const { years, last, share, band, atRisk } = row
  const told = { years, last, share: percentWords(t, 100 * share) }
  return (
    <p>
      {t('pair.long_after', told)}{' '}
      {band
        ? t('pair.long_band', { low: Math.round(100 * band.low), high: Math.round(100 * band.high) })
        : null}{' '}
      {t('pair.long_open', { watched: atRisk, years })}
    </p>
  )
}

function Sentences({ survival, measures }: Props) {
  const t = useT()
  const { promises, implemented, unassessed, median, longest, yearly } = survival
  return (
    <>
      <p>
        {t.rich('pair.long_known', {
          promises,
          measures,
          implemented,
          unassessed,
          b: (words) => <b>{words}</b>,
        })}{' '}
        {median === null
          ? t('pair.long_no_median', { duration: durationWords(t, longest) })
          : t('pair.long_median', { duration: durationWords(t, median) })}
      </p>
      {implemented === 0 ? null : saidIn(yearly).map((row) => <After row={row} />)}
    </>
  )
}

function MedianTable({
  caption,
  head,
  rows,
  name,
}: {
  caption: string
  head: string
  rows: readonly MedianOf[]
  name: (row: MedianOf) => string
}) {
  const t = useT()
  return (
    <Table<MedianOf>
      caption={caption}
      class="table medians"
      rows={rows}
      columns={[
        { head, names: true, cell: (row) => <span dir="auto">{name(row)}</span> },
        { head: t('pair.head_promises'), figures: true, cell: ({ promises }) => promises },
        { head: t('pair.head_implemented'), figures: true, cell: ({ implemented }) => implemented },
        { head: t('pair.head_unassessed'), figures: true, cell: ({ unassessed }) => unassessed },
        { head: t('pair.head_median'), figures: true, cell: ({ median }) => medianWords(t, median) },
      ]}
    />
  )
}

const isObligation = (name: string): name is Obligation => name in OBLIGATION_WORDS

const themeName = (t: Words, { name }: MedianOf): string => name ?? t('pair.no_theme')
const obligationName = (t: Words, { name }: MedianOf): string =>
  name !== null && isObligation(name) ? t(OBLIGATION_WORDS[name]) : ''

/** Where half are implemented, named with the time that took; nothing where there is one kind alone. */
function reachedWords(
  t: Words,
  of: 'theme' | 'obligation',
  rows: readonly MedianOf[],
  name: (t: Words, row: MedianOf) => string,
): string {
  const kinds = rows.filter((row) => row.name !== null)
  if (kinds.length < 2) return ''
  const named = kinds.flatMap((row) =>
    row.median === null
      ? []
      : [t('pair.medians_named', { name: name(t, row), duration: durationWords(t, row.median) })],
  )
  const told = { of, reached: named.length, total: kinds.length, named: listWords(t, named) }
  return t('pair.medians_lead', told)
}

function MedianTimes({ medians: { byTheme, byObligation } }: Props) {
  const t = useT()
  return (
    <>
      <p class="prose">
        {reachedWords(t, 'theme', byTheme, themeName)}{' '}
        {reachedWords(t, 'obligation', byObligation, obligationName)}
      </p>
      <details class="folded">
        <summary>{t('pair.medians_heading')}</summary>
        <div class="columns">
          <MedianTable
            caption={t('pair.medians_theme')}
            head={t('pair.head_theme')}
            rows={byTheme}
            name={(row) => themeName(t, row)}
          />
          <MedianTable
            caption={t('pair.medians_obligation')}
            head={t('pair.head_obligation')}
            rows={byObligation}
            name={(row) => obligationName(t, row)}
          />
        </div>
      </details>
    </>
  )
}

/** How long it takes until what was promised is implemented: over all of it, by theme and by the kind of duty. */
export function HowLong(props: Props) {
  const t = useT()
  const { survival, inexact } = props
  return (
    <section id="how-long">
      <h2>{t('pair.long_heading')}</h2>
      <div class="prose">
        <Sentences {...props} />
      </div>
      <SurvivalChart survival={survival} />
      <p class="hint">{t('pair.long_read')}</p>
      <p class="hint">
        {t.rich('pair.long_how', {
          inexact,
          a: (words) => <Go href={`${paths.method}#time-to-implementation`}>{words}</Go>,
        })}
      </p>
      <MedianTimes {...props} />
    </section>
  )
}
