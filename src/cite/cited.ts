import type { Agreement } from '../agreements/agreement'
import type { Config } from '../config'
import { type Day, dayOf, type Instant } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { message } from '../messages/messages'
import { paths } from '../paths'
import type { StatusReport } from '../status-reports/status-report'
import { dayWords } from '../feeds/sentence'
import { type Citation, type Pin, pinned } from './citation'

/** What every citation is made from. */
export interface Citing {
  config: Pick<Config, 'publicUrl' | 'operator'>
  now: Instant
}

const product = (): string => message('en', 'common.product')
/** Whoever keeps the register answers for its pages. */
const keeper = ({ config }: Citing): string => config.operator ?? product()
const publisher = ({ config }: Citing): string =>
  config.operator ? `${product()}, ${config.operator}` : product()

/** A page that speaks of a day, as known at an instant. */
function dated(citing: Citing, pin: Pin, page: string, key: string, title: string, query = ''): Citation {
  return {
    ...{ key, kind: 'webpage', author: keeper(citing), title, publisher: product() },
    ...{
      asOf: pin.asOf,
      asOfPrecision: 'day' as const,
      accessed: dayOf(citing.now),
      page,
      entry: pin.entry,
      knownAt: pin.knownAt,
    },
    url: citing.config.publicUrl + pinned(page + query, pin),
    note: message('en', 'cite.note_dated', {
      asOf: dayWords(pin.asOf, 'day'),
      knownAt: pin.knownAt,
      entry: String(pin.entry),
    }),
  }
}

export const citedAgreement = (
  citing: Citing,
  pin: Pin,
  { slug, title }: Pick<Agreement, 'slug' | 'title'>,
) => dated(citing, pin, paths.agreement(slug), `${slug}-${pin.asOf}`, title)

/** The brief, compared with a day. */
export const citedBrief = (
  citing: Citing,
  pin: Pin,
  { slug, title }: Pick<Agreement, 'slug' | 'title'>,
  since: Day,
) =>
  dated(
    citing,
    pin,
    paths.brief(slug),
    `${slug}-brief-${pin.asOf}`,
    message('en', 'brief.title', { title }),
    `?since=${since}`,
  )

export const citedMeasure = (
  citing: Citing,
  pin: Pin,
  agreement: Pick<Agreement, 'slug' | 'title'>,
  { code, title }: Pick<Measure, 'code' | 'title'>,
) =>
  dated(
    citing,
    pin,
    paths.measure(agreement.slug, code),
    `${agreement.slug}-${code}-${pin.asOf}`,
    message('en', 'cite.measure_title', { title, code, agreement: agreement.title }),
  )

/** Who reported: the party that claims; of a finding whoever is named. */
export function reporterOf(
  { kind, party, by }: StatusReport,
  names: Readonly<Record<string, string>>,
): string {
  if (kind === 'claim') return names[party ?? ''] ?? party ?? ''
  const named = [by?.name, by?.organisation].filter(Boolean).join(', ')
  return named || message('en', 'cite.finding_unnamed')
}

/** A report, whose page is permanent. */
export function citedReport(
  citing: Citing,
  report: StatusReport,
  measure: Pick<Measure, 'title'>,
  names: Readonly<Record<string, string>>,
): Citation {
  const author = reporterOf(report, names)
  const page = paths.report(report.id)
  const stage =
    report.stage === null ? ('labels.label.not_assessed' as const) : (`labels.stage.${report.stage}` as const)
  return {
    ...{ key: `report-${report.id}`, kind: 'report', author, publisher: publisher(citing) },
    title:
      report.kind === 'claim'
        ? message('en', 'reports.title_claim', { party: author, measure: measure.title })
        : message('en', 'reports.title_finding', { measure: measure.title }),
    ...{
      asOf: report.asOf,
      asOfPrecision: report.asOfPrecision,
      accessed: dayOf(citing.now),
      page,
      entry: report.entry,
      knownAt: report.recordedAt,
    },
    url: citing.config.publicUrl + page,
    note: message('en', 'cite.note_report', {
      stage: message('en', stage),
      asOf: dayWords(report.asOf, report.asOfPrecision),
      entry: String(report.entry),
      knownAt: report.recordedAt,
    }),
  }
}

/** The citation in one paragraph. */
export const citationText = (citation: Citation): string =>
  message('en', 'cite.text', {
    author: citation.author.replace(/\.$/, ''),
    title: citation.title,
    note: citation.note,
    publisher: citation.publisher,
    accessed: dayWords(citation.accessed, 'day'),
    url: citation.url,
  })
