import type { Agreement } from '../agreements/agreement'
import type { Evidence } from '../evidence/evidence'
import type { Day, Precision } from '../lib/dates'
import type { Measure } from '../measures/measure'
import { message } from '../messages/messages'
import { paths } from '../paths'
import type { StatusReport } from '../status-reports/status-report'
import type { Citation } from './citation'

/** Who keeps the register, and where it is. */
export interface Keeper {
  publicUrl: string
  operator: string | null
  dataLicence: string | null
}

/** A thing in the words of schema.org. */
export type Thing = { '@type': string } & Record<string, unknown>

const product = (): string => message('en', 'common.product')
const organization = (name: string): Thing => ({ '@type': 'Organization', name })
const keeperOf = ({ operator }: Keeper): Thing => organization(operator ?? product())
const LENGTHS: Record<Precision, number> = { day: 10, inferred: 10, month: 7, year: 4 }
/** No more exact than it is known. */
const known = (day: Day, precision: Precision): string => day.slice(0, LENGTHS[precision])

const licenceOf = ({ dataLicence }: Keeper) =>
  dataLicence === null
    ? {}
    : {
        license: /^https?:\/\//.test(dataLicence)
          ? dataLicence
          : { '@type': 'CreativeWork', name: dataLicence },
      }

const catalogue = (keeper: Keeper): Thing => ({
  '@type': 'DataCatalog',
  name: product(),
  url: keeper.publicUrl + paths.home,
})

/** What can be got as data: the feed, the API's answer and the list as CSV, where there is one. */
function downloads({ publicUrl }: Keeper, page: string, list: string | null): Thing[] {
  const at = page === paths.home ? '' : page
  const file = (encodingFormat: string, path: string): Thing => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: publicUrl + path,
  })
  return [
    file('application/feed+json', `${at}/feed.json`),
    file('application/json', `/api/v1${at || paths.agreements}`),
    ...(list === null ? [] : [file('text/csv', `${list}/list.csv`)]),
  ]
}

/** The way from the list of agreements to a page. */
const breadcrumbs = ({ publicUrl }: Keeper, steps: readonly [name: string, path: string][]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [[message('en', 'layout.agreements'), paths.agreements] as const, ...steps].map(
    ([name, path], i) => ({ '@type': 'ListItem', position: i + 1, name, item: publicUrl + path }),
  ),
})

/** The register as a whole. */
export const registerThings = (keeper: Keeper, description: string): Thing[] => [
  {
    '@type': 'Dataset',
    name: product(),
    description,
    url: keeper.publicUrl + paths.home,
    creator: keeperOf(keeper),
    ...licenceOf(keeper),
    distribution: downloads(keeper, paths.home, paths.agreements),
  },
]

type Named = Pick<Agreement, 'slug' | 'title' | 'concludedOn' | 'concludedOnPrecision'>

const dataset = (keeper: Keeper, cited: Citation, description: string, list: string | null): Thing => ({
  '@type': 'Dataset',
  name: cited.title,
  description,
  url: keeper.publicUrl + cited.page,
  creator: keeperOf(keeper),
  ...licenceOf(keeper),
  includedInDataCatalog: catalogue(keeper),
  version: String(cited.entry),
  dateModified: cited.knownAt,
  citation: cited.url,
  distribution: downloads(keeper, cited.page, list),
})

/** What the register holds on an agreement. The agreement itself is somebody else's work, and so what the data is about. */
export const agreementThings = (
  keeper: Keeper,
  agreement: Named,
  cited: Citation,
  description: string,
): Thing[] => [
  {
    ...dataset(keeper, cited, description, cited.page),
    temporalCoverage: `${known(agreement.concludedOn, agreement.concludedOnPrecision)}/${cited.asOf}`,
    about: {
      '@type': 'CreativeWork',
      name: agreement.title,
      dateCreated: known(agreement.concludedOn, agreement.concludedOnPrecision),
    },
  },
  breadcrumbs(keeper, [[agreement.title, paths.agreement(agreement.slug)]]),
]

/** What the register holds on a measure. */
export const measureThings = (
  keeper: Keeper,
  agreement: Pick<Named, 'slug' | 'title'>,
  measure: Pick<Measure, 'code' | 'title'>,
  cited: Citation,
  description: string,
): Thing[] => [
  {
    ...dataset(keeper, cited, description, null),
    isPartOf: {
      '@type': 'Dataset',
      name: agreement.title,
      url: keeper.publicUrl + paths.agreement(agreement.slug),
    },
  },
  breadcrumbs(keeper, [
    [agreement.title, paths.agreement(agreement.slug)],
    [measure.title, paths.measure(agreement.slug, measure.code)],
  ]),
]

/** Public sources only: what is restricted has no title here whoever asks. */
const sourceOf = ({ title, url, publisher, publishedOn, publishedOnPrecision }: Evidence): Thing => ({
  '@type': 'CreativeWork',
  ...(title === null ? {} : { name: title }),
  ...(url === null || !/^https?:\/\//i.test(url) ? {} : { url }),
  ...(publisher === null ? {} : { publisher: organization(publisher) }),
  ...(publishedOn === null ? {} : { datePublished: known(publishedOn, publishedOnPrecision) }),
})

function authorOf({ kind, by }: StatusReport, author: string): Thing {
  if (kind === 'claim' || !by?.name) return organization(author)
  return {
    '@type': 'Person',
    name: by.name,
    ...(by.organisation ? { affiliation: organization(by.organisation) } : {}),
  }
}

/**
 * A status report, as a report of whoever made it with what it cites. It is no review of a claim: a party's claim is not our
 * rating, and a finding weighs a measure, not somebody's words.
 */
export const reportThings = (
  keeper: Keeper,
  report: StatusReport,
  on: { agreement: Pick<Named, 'slug' | 'title'>; measure: Pick<Measure, 'code' | 'title'> },
  cited: Citation,
): Thing[] => [
  {
    '@type': 'Report',
    name: cited.title,
    description: cited.note,
    url: cited.url,
    author: authorOf(report, cited.author),
    publisher: keeperOf(keeper),
    dateCreated: known(report.asOf, report.asOfPrecision),
    datePublished: report.recordedAt,
    reportNumber: String(report.entry),
    ...(report.withdrawn ? { creativeWorkStatus: message('en', 'labels.report_state.withdrawn') } : {}),
    about: {
      '@type': 'Dataset',
      name: on.measure.title,
      url: keeper.publicUrl + paths.measure(on.agreement.slug, on.measure.code),
    },
    citation: report.evidence.filter(({ restricted }) => !restricted).map(sourceOf),
  },
  breadcrumbs(keeper, [
    [on.agreement.title, paths.agreement(on.agreement.slug)],
    [on.measure.title, paths.measure(on.agreement.slug, on.measure.code)],
    [cited.title, paths.report(report.id)],
  ]),
]

const SPECIAL: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** The things as one document that can stand in a page: no text in it ends the element it stands in. */
export const jsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(
    /[<>&]/g,
    (sign) => SPECIAL[sign] ?? '',
  )
