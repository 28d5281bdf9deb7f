import type { Citation } from '../../src/cite/citation'
import { paths } from '../../src/paths'
import { Cite } from '../cite/cite'
import { reportThings } from '../../src/cite/json-ld'
import type { About } from '../layout/about'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Inclusion, type InclusionShown } from '../ledger/inclusion'
import { Go } from '../ui/asked'
import { Comparison } from '../ui/comparison'
import { differing } from '../ui/facets'
import { nameOf, type Names } from '../ui/names'
import { ReportCard, type ReportView } from '../ui/report-card'
import { useT, wordsIn } from '../ui/words'
import { reportFacets } from './report-facets'

interface Props {
  frame: Frame
  names: Names
  view: ReportView
  agreement: { slug: string; title: string }
  measure: { code: string; title: string }
  cited?: Citation
  /** Where its entry is in the ledger, provably. */
  proof: InclusionShown
}

/** What a correction changed, from either end of it. */
function Corrections({ view: { report, corrected, correctedBy }, names }: Pick<Props, 'view' | 'names'>) {
  const t = useT()
  const pairs = [
    ...(corrected
      ? [{ id: 'corrects', heading: t('revisions.corrects_heading'), from: corrected, to: report }]
      : []),
    ...(correctedBy
      ? [{ id: 'corrected', heading: t('revisions.corrected_heading'), from: report, to: correctedBy }]
      : []),
  ]
  return (
    <>
      {pairs.map(({ id, heading, from, to }) => {
        const differences = differing(reportFacets(t, from, names), reportFacets(t, to, names))
        return (
          <section id={id}>
            <h2>{heading}</h2>
            {differences.length === 0 ? <p>{t('revisions.nothing_printed')}</p> : null}
            {differences.length === 0 ? null : (
              <Comparison
                caption={heading}
                differences={differences}
                before={t('revisions.before')}
                after={t('revisions.after')}
              />
            )}
          </section>
        )
      })}
    </>
  )
}

const aboutReport = ({ frame, view, agreement, measure }: Props, cited: Citation): About => ({
  ...{ page: cited.page, title: cited.title, description: cited.note },
  things: reportThings(frame, view.report, { agreement, measure }, cited),
})

/** The permanent page of one status report. */
export function ReportPage(props: Props) {
  const { frame, names, view, agreement, measure } = props
  const t = wordsIn(frame.locale)
  const { report } = view
  const title =
    report.kind === 'claim'
      ? t('reports.title_claim', { party: nameOf(names, report.party ?? ''), measure: measure.title })
      : t('reports.title_finding', { measure: measure.title })
  return (
    <Page
      frame={frame}
      title={title}
      dated="known"
      {...(props.cited ? { about: aboutReport(props, props.cited) } : {})}
    >
      <div class="kicker">
        <p>
          {t.rich('reports.of', {
            measure: measure.title,
            a: (words) => <Go href={paths.measure(agreement.slug, measure.code)}>{words}</Go>,
          })}
        </p>
        <p>
          <Go href={paths.agreement(agreement.slug)}>{agreement.title}</Go>
        </p>
      </div>
      <h1 dir="auto">{title}</h1>
      <ReportCard {...view} names={names} alone />
      <Corrections view={view} names={names} />
      <p class="hint">{t('reports.permanent')}</p>
      {props.cited ? <Cite citation={props.cited} open /> : null}
      <Inclusion proof={props.proof} />
    </Page>
  )
}
