import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bibtexOf, bibtexText } from '../../src/cite/bibtex'
import { type Citation, pinned } from '../../src/cite/citation'
import { cslFile, cslOf } from '../../src/cite/csl'
import { readBack } from './reader'

const citation: Citation = {
  key: 'visit-2017-1.a-2026-11-23',
  kind: 'webpage',
  author: 'Register of the Joint Border Commission',
  title: 'Hotline between field commanders',
  publisher: 'Followthrough',
  asOf: '2026-11-23',
  asOfPrecision: 'day',
  accessed: '2026-11-24',
  url: 'https://register.example/agreements/visit-2017?as_of=2026-11-23&known_at=2026-11-23T12:00:00.000Z',
  note: 'As of 23 November 2026.',
  entry: 12,
  knownAt: '2026-11-23T12:00:00.000Z',
  page: '/agreements/visit-2017',
}

const ODD = [
  'گشت هماهنگ مرزی؛ مادهٔ ۲',
  'Zürich–Tehran “accord”',
  '100 % of A & B, #1 for $5 in file_name ~/x^2',
  'C:\\border\\{fence}',
  'an open { and a close } apart }{',
  '\\input{/etc/passwd} \\write18{rm}',
  '<script>alert("1")</script>',
  "it's -- or --- ''quoted'' `so`, ,, and |bar|",
  '@misc{other, title = {x}}',
  'a "quoted" = {value},',
]

describe('BibTeX', () => {
  test('is one entry with everything a reference needs', () => {
    expect(bibtexOf(citation)).toBe(`@misc{visit-2017-1.a-2026-11-23,
  author = {{Register of the Joint Border Commission}},
  title = {{Hotline between field commanders}},
  howpublished = {Followthrough},
  year = {2026},
  month = {11},
  note = {As of 23 November 2026.},
  url = {https://register.example/agreements/visit-2017?as_of=2026-11-23&known_at=2026-11-23T12:00:00.000Z},
  urldate = {2026-11-24}
}
`)
  })

  test.each(ODD)('%s is read back as it was', (text) => {
    const items = readBack(bibtexOf({ ...citation, author: text, title: text, note: text }))
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ title: text, note: text, id: citation.key, URL: citation.url })
    expect(items[0].author).toEqual([{ family: text }])
  })

  test('text of any kind leaves every brace paired and no line or command of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const written = bibtexText(text)
        let depth = 0
        for (const sign of written) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(written).not.toMatch(/[\n\r\p{Cc}]/u)
        const commands = written.replace(/\\(text[a-z]+\{\}|[%&$#_])/g, '')
        expect(commands).not.toContain('\\')
      }),
    )
  })

  test('any printable title is read back as it was', () => {
    const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(printable, (text) => {
        const title = `x ${text} x`.replace(/\s+/g, ' ')
        expect(readBack(bibtexOf({ ...citation, title }))[0].title).toBe(title)
      }),
    )
  })
})

// What the published schema of CSL data says of the fields that are used here.
const NAME = {
  type: 'object',
  properties: { literal: { type: 'string', minLength: 1 } },
  required: ['literal'],
  additionalProperties: false,
}
const DATE = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
    },
  },
  required: ['date-parts'],
  additionalProperties: false,
}
const TEXT = { type: 'string' }
const CSL = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      ...{ id: TEXT, title: TEXT, publisher: TEXT, URL: TEXT, note: TEXT, language: TEXT },
      type: { enum: ['webpage', 'report'] },
      author: { type: 'array', items: NAME, minItems: 1 },
      issued: DATE,
      accessed: DATE,
    },
    required: ['type', 'id', 'title', 'author', 'issued', 'URL'],
    additionalProperties: false,
  },
} // prettier-ignore
const isCsl = new Ajv().compile(CSL)

describe('CSL-JSON', () => {
  test.each(ODD)('of %s has the shape of the schema and is read as it is', (text) => {
    const file = cslFile({ ...citation, kind: 'report', author: text, title: text })
    expect(isCsl(JSON.parse(file)), JSON.stringify(isCsl.errors)).toBe(true)
    expect(readBack(file)[0]).toMatchObject({ title: text, author: [{ literal: text }], type: 'report' })
  })

  test('says the days in parts', () => {
    expect(cslOf(citation)).toMatchObject({
      issued: { 'date-parts': [[2026, 11, 23]] },
      accessed: { 'date-parts': [[2026, 11, 24]] },
      id: 'visit-2017-1.a-2026-11-23',
    })
  })
})

test.each([
  ['day', [2026, 11, 23]],
  ['inferred', [2026, 11, 23]],
  ['month', [2026, 11]],
  ['year', [2026]],
] as const)('a day known to the %s is cited no more exactly', (asOfPrecision, parts) => {
  const vague = { ...citation, asOfPrecision }
  expect(cslOf(vague).issued).toEqual({ 'date-parts': [parts] })
  expect(bibtexOf(vague).includes('month =')).toBe(asOfPrecision !== 'year')
})

test.each([
  ['/agreements/a', '/agreements/a?as_of=2026-11-23&known_at=2026-11-23T12:00:00.000Z'],
  ['/a?since=2020-01-01', '/a?since=2020-01-01&as_of=2026-11-23&known_at=2026-11-23T12:00:00.000Z'],
])('%s is pinned to both clocks', (address, expected) => {
  expect(pinned(address, citation)).toBe(expected)
})
