import { expect, test } from 'vitest'
import { newSite, SMALL_RECORD } from '../support/site'
import { inspect } from './inspect'
import { browse } from './visitor'

const said = (stage: number, as_of: string, more: object = {}) => ({
  ...{ kind: 'claim', party: 'iran', stage, as_of, evidence: [{ kind: 'act', title: 'A gazette' }], ...more },
})
const [visit] = SMALL_RECORD.agreements
const THEMES = ['Border', 'Trade', 'مرز', null]
const RECORD = {
  ...SMALL_RECORD,
  agreements: [
    {
      ...visit!,
      measures: Array.from({ length: 130 }, (_, index) => ({
        ...{ code: String(index + 1), title: `Post ${index + 1}`, obligation: 'one_off' },
        owed_by: index % 2 === 0 ? ['iran'] : ['iran', 'pakistan'],
        theme: THEMES[index % THEMES.length],
        deadlines: [
          { due_on: `2019-0${1 + (index % 9)}-15`, decided_on: '2018-01-01' },
          ...(index % 3 === 0 ? [{ due_on: `2021-0${1 + (index % 9)}-15`, decided_on: '2018-06-01' }] : []),
        ],
        reports: [said(index % 4, `2018-0${1 + (index % 9)}-10`), said(3 - (index % 4), '2020-02-02')],
      })),
    },
  ],
}

test('an agreement of many measures, its score and a party that owes them are sound, light and dark', async () => {
  const house = await browse(await newSite({ record: RECORD }))
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await house.open({ colorScheme, bypassCSP: true })
    for (const address of [
      '/agreements/visit-2017?page=2',
      '/agreements/visit-2017?history=known&q=post&theme=Border',
      '/agreements/visit-2017/score',
      '/parties/iran?page=3',
    ])
      faults.push(...(await inspect(page, address, colorScheme === 'light' ? [320, 1280] : [1280])))
  }
  expect(faults).toEqual([])
}, 120_000)
