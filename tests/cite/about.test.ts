import { expect, test } from 'vitest'
import { Ajv } from 'ajv'
import { citedReport } from '../../src/cite/cited'
import { reportThings } from '../../src/cite/json-ld'
import { findReport } from '../../src/status-reports/status-report.store'
import { agreement, claim, dataset, measure } from '../api/app'
import { newSite } from '../support/site'

const TITLE = 'Fence </script><script>alert(1)</script> "& حصار'
const record = dataset([
  agreement('border', {
    title: TITLE,
    measures: [
      measure('1', {
        title: TITLE,
        reports: [
          {
            ...claim('iran', 1, '2018-06-01', {
              kind: 'finding',
              by: { name: 'Vera Q', organisation: 'Observers' },
            }),
            party: undefined,
            as_of_precision: 'month',
            evidence: [
              { kind: 'act', title: 'A wall', url: 'https://news.example/wall', publisher: 'The News' },
            ],
          },
          claim('iran', 2, '2019-03-01'),
        ],
      }),
    ],
  }),
])
const SETTINGS = { PUBLIC_URL: 'https://register.example', OPERATOR: 'The desk', DATA_LICENCE: 'CC BY 4.0' }
const site = () => newSite({ record, settings: SETTINGS })

const headOf = async (answer: Response | Promise<Response>): Promise<string> =>
  (await (await answer).text()).split('</head>')[0] ?? ''
const graphOf = (head: string): any[] => {
  const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(head) ?? []
  return JSON.parse(json)['@graph']
}
const metaOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    [...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, k, v]) => [k, v]),
  )

const URL_OF = { type: 'string', pattern: '^https://' }
const TEXT = { type: 'string', minLength: 1 }
const named = (type: string | string[]) => ({
  type: 'object',
  properties: { '@type': { enum: [type].flat() }, name: TEXT },
  required: ['@type', 'name'],
})
const DATASET = {
  type: 'object',
  properties: {
    '@type': { const: 'Dataset' },
    name: TEXT,
    description: { type: 'string', minLength: 30, maxLength: 5000 },
    url: URL_OF,
    creator: named('Organization'),
    license: named('CreativeWork'),
    version: TEXT,
    distribution: {
      type: 'array',
      minItems: 2,
      items: {
        type: 'object',
        properties: { '@type': { const: 'DataDownload' }, encodingFormat: TEXT, contentUrl: URL_OF },
        required: ['@type', 'encodingFormat', 'contentUrl'],
        additionalProperties: false,
      },
    },
  },
  required: ['@type', 'name', 'description', 'url', 'creator', 'license', 'distribution'],
}
const REPORT = {
  type: 'object',
  properties: {
    '@type': { const: 'Report' },
    author: named(['Person', 'Organization']),
    publisher: named('Organization'),
    url: URL_OF,
    name: TEXT,
    citation: { type: 'array', items: { type: 'object', required: ['@type', 'name'] } },
  },
  required: ['@type', 'author', 'publisher', 'url', 'name', 'datePublished', 'dateCreated', 'citation'],
}
const CRUMBS = {
  type: 'object',
  properties: {
    '@type': { const: 'BreadcrumbList' },
    itemListElement: {
      type: 'array',
      minItems: 2,
      items: {
        type: 'object',
        properties: {
          '@type': { const: 'ListItem' },
          position: { type: 'integer' },
          name: TEXT,
          item: URL_OF,
        },
        required: ['@type', 'position', 'name', 'item'],
        additionalProperties: false,
      },
    },
  },
  required: ['@type', 'itemListElement'],
}
const check = (schema: object, thing: unknown) => {
  const valid = new Ajv().compile(schema)
  expect(valid(thing), JSON.stringify(valid.errors)).toBe(true)
}
const reportsOf = async ({ world }: Awaited<ReturnType<typeof newSite>>) =>
  (await world.db.read.selectFrom('report').select('id').orderBy('entry').execute()).map(({ id }) => id)

test('agreements and measures say in schema.org’s words what data they are and where it can be got', async () => {
  const { get } = await site()
  const [dataset, crumbs] = graphOf(await headOf(get('/agreements/border')))
  check(DATASET, dataset)
  check(CRUMBS, crumbs)
  expect(dataset).toMatchObject({
    name: TITLE,
    temporalCoverage: '2017-11-07/2026-11-23',
    about: { name: TITLE },
  })
  const [ofMeasure, way] = graphOf(await headOf(get('/agreements/border/measures/1')))
  check(DATASET, ofMeasure)
  check(CRUMBS, way)
  expect(way.itemListElement.map(({ item }: any) => item.slice('https://register.example'.length))).toEqual([
    '/agreements',
    '/agreements/border',
    '/agreements/border/measures/1',
  ])
  const [register] = graphOf(await headOf(get('/')))
  expect(register).toMatchObject({ '@type': 'Dataset', url: 'https://register.example/' })
  for (const { contentUrl } of [...dataset.distribution, ...ofMeasure.distribution, ...register.distribution])
    expect((await get(contentUrl.slice('https://register.example'.length))).status, contentUrl).toBe(200)
})

test('a report is a report of whoever made it, with what it cites, and no rating of ours', async () => {
  const open = await site()
  const [found, claimed] = await reportsOf(open)
  const [finding, crumbs] = graphOf(await headOf(open.get(`/reports/${found}`)))
  check(REPORT, finding)
  check(CRUMBS, crumbs)
  expect(finding).toMatchObject({
    author: { '@type': 'Person', name: 'Vera Q', affiliation: { name: 'Observers' } },
    dateCreated: '2018-06',
    citation: [{ name: 'A wall', url: 'https://news.example/wall', publisher: { name: 'The News' } }],
  })
  const [claim] = graphOf(await headOf(open.get(`/reports/${claimed}`)))
  check(REPORT, claim)
  expect(claim.author).toEqual({ '@type': 'Organization', name: 'Iran' })
  expect(JSON.stringify([finding, claim])).not.toMatch(/ClaimReview|Rating/)
})

test('others are shown a title, the first sentence and the one address, which keeps the day asked for', async () => {
  const { get } = await site()
  const head = await headOf(get('/agreements/border?as_of=2020-01-01&page=1'))
  expect(head).toContain(
    '<link rel="canonical" href="https://register.example/agreements/border?as_of=2020-01-01"',
  )
  expect(metaOf(head)).toMatchObject({
    'og:type': 'article',
    'og:site_name': 'Followthrough',
    'og:url': 'https://register.example/agreements/border?as_of=2020-01-01',
    'twitter:card': 'summary',
  })
  expect(metaOf(head)['og:description']).toMatch(
    /^It holds one measure\. 2 years 1 month on, none is verified/,
  )
  const measure = metaOf(await headOf(get('/agreements/border/measures/1')))
  expect(measure['og:description']).toMatch(
    /^In progress, verified by a finding\. Iran says partly implemented/,
  )
})

test('no text of the record ends the block of data it stands in', async () => {
  const open = await site()
  const [found] = await reportsOf(open)
  for (const path of ['/agreements/border', '/agreements/border/measures/1', `/reports/${found}`]) {
    const html = await (await open.get(path)).text()
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<script type="application\/ld\+json">/g)).toHaveLength(1)
    expect(graphOf(html).length).toBe(2)
  }
})

test('where reading is for members a stranger is told of nothing', async () => {
  const closed = await newSite({ record, settings: { ...SETTINGS, READ_ACCESS: 'members' } })
  for (const path of ['/agreements/border', '/sign-in', '/nowhere']) {
    const html = await (await closed.get(path)).text()
    expect(html).not.toMatch(/ld\+json|og:title|canonical/)
  }
  expect(await headOf(closed.get('/agreements/border', 'vera'))).toContain('ld+json')
})

test('restricted evidence is not told, whoever the page was made for', async () => {
  const { world } = await site()
  const [row] = await world.db.read.selectFrom('report').select('id').orderBy('entry').execute()
  const report = await findReport(world.db.read, row?.id ?? '', null)
  if (!report) throw new Error('nothing was reported')
  const restricted = report.evidence.map((each) => ({
    ...each,
    title: 'Secret',
    restricted: { reviewOn: '2027-01-01' },
  }))
  const keeper = { publicUrl: 'https://register.example', operator: null, dataLicence: null }
  const on = { agreement: { slug: 'border', title: TITLE }, measure: { code: '1', title: TITLE } }
  const cited = citedReport({ config: keeper, now: world.now }, report, on.measure, {})
  const told = (evidence: typeof report.evidence) =>
    reportThings(keeper, { ...report, evidence }, on, cited)[0]
  expect(told(report.evidence)?.['citation']).toHaveLength(1)
  expect(told(restricted)?.['citation']).toEqual([])
})
