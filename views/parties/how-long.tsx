import { paths } from '../../src/paths'
import type { MedianOf, Survival } from '../../src/standing/promises'
import type { Obligation } from '../../src/measures/measure'
import { SurvivalChart, bandWords } from '../charts/survival-chart'
import { durationWords, percentWords } from '../ui/amounts'
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

function Sentences({ survival, measures }: Props) {
  const t = useT()
  const { promises, implemented, unassessed, median, longest, yearly } = survival
  const said = SAID.flatMap((years) => yearly[years] ?? [])
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
      {implemented === 0 || said.length === 0 ? null : (
        <ul>
          {said.map((row) => (
            <li>
              {t('pair.long_after', {
                years: row.years,
                share: percentWords(t, 100 * row.share),
                band: bandWords(t, row),
                watched: row.atRisk,
              })}
            </li>
          ))}
        </ul>
      )}
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

/** How long it takes until what was promised is implemented: over all of it, by theme and by the kind of duty. */
export function HowLong(props: Props) {
  const t = useT()
  const { survival, medians, inexact } = props
  return (
    <section id="how-long">
      <h2>{t('pair.long_heading')}</h2>
      <div class="prose">
        <Sentences {...props} />
      </div>
      <SurvivalChart survival={survival} />
      <p class="hint">
        {t.rich('pair.long_how', {
          inexact,
          a: (words) => <Go href={`${paths.method}#time-to-implementation`}>{words}</Go>,
        })}
      </p>
      <div class="columns">
        <MedianTable
          caption={t('pair.medians_theme')}
          head={t('pair.head_theme')}
          rows={medians.byTheme}
          name={({ name }) => name ?? t('pair.no_theme')}
        />
        <MedianTable
          caption={t('pair.medians_obligation')}
          head={t('pair.head_obligation')}
          rows={medians.byObligation}
          name={({ name }) => (name !== null && isObligation(name) ? t(OBLIGATION_WORDS[name]) : '')}
        />
      </div>
    </section>
  )
}
