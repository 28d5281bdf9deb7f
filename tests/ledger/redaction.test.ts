import { describe, expect, test } from 'vitest'
import type { EntryKind } from '../../src/ledger/entry'
import { remainsAfter, replaceTexts, textsOf } from '../../src/ledger/redaction'
import type { JsonObject } from '../../src/lib/json'

const REPORT: JsonObject = {
  id: 'x',
  kind: 'finding',
  stage: 2,
  reason: 'classified',
  condition: 'abandoned',
  decided_by: 'The Board',
  as_of: '2020-01-01',
  channel: 'own',
  by: { name: 'Jo Doe', organisation: 'Watch' },
  summary: 'Jo Doe saw it; JO DOE wrote.',
  language: 'en',
  evidence: [{ kind: 'act', title: 'Seen (by Jo Doe)', url: 'https://x.example/jo', publisher: 'Press', published_on: '2020-01-01' }],
} // prettier-ignore

const paths = (kind: EntryKind, content: JsonObject) => textsOf(kind, content).map(({ path }) => path)

describe('what may be removed', () => {
  test.each<[kind: EntryKind, content: JsonObject, paths: string[]]>([
    ['report_recorded', REPORT, ['decided_by', 'by.name', 'by.organisation', 'summary', 'evidence.0.title', 'evidence.0.url', 'evidence.0.publisher']],
    ['party_added', { id: 'x', slug: 'iran', name: 'Iran', kind: 'state', part_of: 'asia', names: { fa: 'ایران' } }, ['name', 'names.fa']],
    ['measure_added', { id: 'x', code: '1', title: 'T', text: 'W', obligation: 'one_off', owed_by: ['iran'], criterion: 'C', verification: 'none', bodies: { iran: 'Guard' }, target: { quantity: '1.5', unit: 'km' }, repeats: ['a/1'] }, ['title', 'text', 'criterion', 'bodies.iran']],
    ['agreement_revised', { id: 'x', slug: 'a', reason: 'Misspelt', fields: { title: 'T', parties: ['iran'], concluded_on: '2020-01-01' } }, ['reason', 'fields.title']],
    ['deadline_set', { id: 'x', due_on: '2020-01-01', decided_on: '2020-01-01', decided_by: 'B', reason: 'Late' }, ['decided_by', 'reason']],
    ['withdrawn', { id: 'x', reason: 'Wrong' }, ['reason']],
    ['reply_added', { id: 'x', report: 'y', party: 'iran', text: 'No.' }, ['text']],
    ['note_added', { id: 'x', on: '2020-01-01', kind: 'context', by_party: 'iran', text: 'N' }, ['text']],
    ['key_changed', { old: 'a', new: 'b', name: 'c' }, []],
    ['content_redacted', { entry: 1, reason: 'R', content: { title: 'T' } }, []],
  ])('%s', (kind, content, expected) => expect(paths(kind, content)).toEqual(expected)) // prettier-ignore

  test('not what was removed before', () => {
    const content = replaceTexts(REPORT, new Map([['by.name', '[removed]']]))
    expect(paths('report_recorded', content)).not.toContain('by.name')
  })
})

describe('what remains', () => {
  test('of whole fields', () => {
    expect(remainsAfter('report_recorded', REPORT, { paths: ['by.name', 'evidence.0.title'] })).toEqual({
      remains: {
        ...REPORT,
        by: { name: '[removed]', organisation: 'Watch' },
        evidence: [{ ...(REPORT['evidence'] as [JsonObject])[0], title: '[removed]' }],
      },
    })
  })

  test('of a wording, whatever its case; of an address nothing', () => {
    const after = remainsAfter('report_recorded', REPORT, { wording: 'jo doe' })
    expect(after).toMatchObject({
      remains: {
        by: { name: '[removed]' },
        summary: '[removed] saw it; [removed] wrote.',
        evidence: [{ title: 'Seen (by [removed])' }],
      },
    })
    expect(remainsAfter('report_recorded', REPORT, { wording: 'x.example' })).toMatchObject({
      remains: { evidence: [{ url: '[removed]' }] },
    })
  })

  test('signs that mean something in a pattern mean themselves', () => {
    const after = remainsAfter(
      'note_added',
      { text: 'a (b) a.b [c] \\ $& 1+1' },
      { wording: '(b) a.b [c] \\ $& 1+1' },
    )
    expect(after).toEqual({ remains: { text: 'a [removed]' } })
    expect(remainsAfter('note_added', { text: 'axb' }, { wording: 'a.b' })).toEqual({ refused: [] })
  })

  test.each(['stage', 'as_of', 'kind', 'reason', 'condition', 'channel', 'id', 'evidence', 'evidence.0.kind', 'evidence.1.title', 'language', '', 'nothing'])(
    'never without %s',
    (path) => {
      expect(remainsAfter('report_recorded', REPORT, { paths: ['summary', path] })).toEqual({ refused: [path] })
    },
  ) // prettier-ignore

  test('nothing, where a wording stands only where it may not be removed', () => {
    expect(remainsAfter('report_recorded', REPORT, { wording: 'abandoned' })).toEqual({ refused: [] })
  })
})
