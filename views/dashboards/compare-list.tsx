import type { Child } from 'hono/jsx'
import { type Difference } from '../../src/dashboards/compare'
import type { Day, Precision, Precisions } from '../../src/lib/dates'
import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import { Go } from '../ui/asked'
import { DayOf, DayText } from '../ui/day'
import { FLAG_WORDS } from '../ui/kinds'
import { LabelChip } from '../ui/label-chip'
import { nameOf, type Names } from '../ui/names'
import { Table } from '../ui/table'
import { useT } from '../ui/words'

/** A report that came in between, as far as a list names it. */
export interface ReportBetween {
  id: string
  kind: 'claim' | 'finding'
  party: string | null
  stage: number | null
  asOf: Day
  asOfPrecision: Precision
}

interface Props {
  items: readonly Difference[]
  reports: ReadonlyMap<string, readonly ReportBetween[]>
  /** How exactly the due days of a measure are known, by its id. */
  dueKnown: ReadonlyMap<string, Precisions>
  names: Names
  from: string
  to: string
  withAgreement: boolean
}

/** More than these are on the measure's own page. */
const FEW = 5

function What({ item, withAgreement }: { item: Difference; withAgreement: boolean }) {
  const { agreement, measure } = item
  return (
    <>
      <Go href={paths.measure(agreement.slug, measure.code)}>
        <span class="code">{measure.code}</span> <span dir="auto">{measure.title}</span>
      </Go>
      {withAgreement ? (
        <small class="facts">
          <Go href={paths.agreement(agreement.slug)}>
            <span dir="auto">{agreement.title}</span>
          </Go>
        </small>
      ) : null}
    </>
  )
}

function Stood({ standing }: { standing: Standing | null }) {
  const t = useT()
  return standing === null ? (
    <i class="unknown">{t('compare.absent')}</i>
  ) : (
    <LabelChip label={standing.label} />
  )
}

function Due({ item, known }: { item: Difference; known: Precisions }) {
  const t = useT()
  if (item.due === null) return null
  const none = t('compare.due_none')
  const dueOf = (standing: Standing | null): Child =>
    standing?.dueOn ? <DayOf day={standing.dueOn} known={known} /> : none
  return (
    <li>
      {t.rich('compare.due', {
        before: dueOf(item.before),
        after: dueOf(item.after),
      })}
    </li>
  )
}

function Reports({ reports, names }: { reports: readonly ReportBetween[]; names: Names }) {
  const t = useT()
  if (reports.length === 0) return null
  const more = reports.length - FEW
  return (
    <>
      {reports.slice(0, FEW).map(({ id, kind, party, stage, asOf, asOfPrecision }) => (
        <li>
          {t.rich('compare.report', {
            kind,
            party: party === null ? '' : nameOf(names, party),
            stage: stage ?? 'null',
            day: <DayText day={asOf} precision={asOfPrecision} />,
            a: (words: Child[]) => <Go href={paths.report(id)}>{words}</Go>,
          })}
        </li>
      ))}
      {more > 0 ? <li>{t('compare.reports_more', { count: more })}</li> : null}
    </>
  )
}

function Told({
  item,
  reports,
  known,
  names,
}: { item: Difference; known: Precisions } & Pick<Props, 'names'> & { reports: readonly ReportBetween[] }) {
  const t = useT()
  return (
    <ul class="plain">
      {item.came === 'in' ? <li>{t('compare.in')}</li> : null}
      {item.came === 'out' ? <li>{t('compare.out')}</li> : null}
      {item.gained.map((flag) => (
        <li>{t('compare.flag_gained', { flag: t(FLAG_WORDS[flag]) })}</li>
      ))}
      {item.lost.map((flag) => (
        <li>{t('compare.flag_lost', { flag: t(FLAG_WORDS[flag]) })}</li>
      ))}
      <Due item={item} known={known} />
      {item.repledgedIn.map((address) => {
        const [slug = '', code = ''] = address.split('/')
        return (
          <li>
            {t.rich('compare.repledged_in', {
              a: (words: Child[]) => <Go href={paths.measure(slug, code)}>{words}</Go>,
            })}
          </li>
        )
      })}
      <Reports reports={reports} names={names} />
    </ul>
  )
}

/** Each measure of which there is something to tell: where it stood, where it stands, and what came in between. */
export function CompareList({ items, reports, dueKnown, names, from, to, withAgreement }: Props) {
  const t = useT()
  return (
    <Table<Difference>
      caption={t('compare.table_caption', { from, to })}
      quiet
      class="table differences"
      rows={items}
      columns={[
        {
          head: t('compare.head_measure'),
          names: true,
          cell: (item) => <What item={item} withAgreement={withAgreement} />,
        },
        { head: t('compare.before'), cell: ({ before }) => <Stood standing={before} /> },
        { head: t('compare.after'), cell: ({ after }) => <Stood standing={after} /> },
        {
          head: t('compare.head_told'),
          cell: (item) => (
            <Told
              item={item}
              reports={reports.get(item.measure.id) ?? []}
              known={dueKnown.get(item.measure.id) ?? {}}
              names={names}
            />
          ),
        },
      ]}
    />
  )
}
