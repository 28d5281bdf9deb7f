import { expect, test } from 'vitest'
import { newSite, SMALL_RECORD } from '../support/site'
import { textOf } from '../views/html'

const [visit] = SMALL_RECORD.agreements
const patrols = {
  code: '1',
  title: 'Joint patrols',
  obligation: 'continuing',
  owed_by: ['iran', 'pakistan'],
  bodies: { iran: 'Border Guards', pakistan: 'Frontier Corps' },
}
const record = {
  ...SMALL_RECORD,
  agreements: [
    {
      ...visit!,
      measures: visit!.measures.map((one) => ({
        ...one,
        bodies: one.code === '1' ? { iran: 'border  guards' } : {},
        deadlines: [{ due_on: '2018-01-01', decided_on: '2017-11-07' }],
      })),
    },
    { ...visit!, slug: 'talks-2019', title: 'Talks', concluded_on: '2019-01-01', measures: [patrols] },
  ],
}

test('a party’s page brings together what a body owes in several agreements, as of the day asked for', async () => {
  const site = await newSite({ record })
  const bodies = async (path: string) =>
    /<section id="bodies">.*?<\/section>/s.exec(await (await site.get(path)).text())?.[0] ?? ''
  const iran = await bodies('/parties/iran')
  expect(textOf(iran)).toContain('One body is named in the texts. One measure that it owes names nobody.')
  expect(textOf(iran)).toContain('– 2 measures of 2 agreements, 1 overdue')
  expect(iran).toContain('href="/agreements/talks-2019/measures/1"')
  expect(iran).toContain('href="/agreements/visit-2017/measures/1"')
  expect(textOf(await bodies('/parties/pakistan'))).toContain('Frontier Corps – one measure')
  expect(await bodies('/parties/turkey')).toBe('')
  const then = await bodies('/parties/iran?as_of=2017-12-01')
  expect(textOf(then)).not.toContain('overdue')
  expect(then).toContain('/agreements/visit-2017/measures/1?as_of=2017-12-01')
})
