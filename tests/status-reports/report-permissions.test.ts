import { expect, test } from 'vitest'
import { CHANNELS, KINDS } from '../../src/status-reports/status-report'
import { CLAIM, FINDING, FORM, MEASURE, newSite, valuesOn, type Posted, type Who } from './site'

const WHO: Who[] = ['stranger', 'irene', 'pervez', 'vera', 'edith', 'adam', 'omar', 'ruth', 'maya']

/** Who may say what of whom on the measure. */
const MAY: Record<string, Who[]> = {
  'claim own iran': ['irene'],
  'claim own pakistan': ['pervez', 'maya'],
  'claim own oman': [],
  'claim public_source iran': ['edith', 'maya'],
  'claim public_source pakistan': ['edith', 'maya'],
  'claim public_source oman': [],
  'finding own ': ['vera', 'maya'],
  'finding public_source ': ['edith', 'maya'],
}

test('everybody files what they may, and nothing else', async () => {
  const { post, entries } = await newSite()
  for (const kind of KINDS)
    for (const channel of CHANNELS)
      for (const party of kind === 'claim' ? ['iran', 'pakistan', 'oman'] : [''])
        for (const who of WHO) {
          const fields: Posted = { ...FINDING, kind, channel, party }
          const before = await entries()
          const answer = await post(FORM, fields, who)
          const said = `${who}: ${kind} ${channel} ${party}`
          const may = MAY[`${kind} ${channel} ${party}`]?.includes(who) ?? false
          // A claim of a party that is none of the agreement’s is refused by rule, where the person may file claims of any.
          const byRule = channel === 'public_source' && party === 'oman' && ['edith', 'maya'].includes(who)
          if (may || who === 'stranger') expect(answer.status, said).toBe(303)
          else expect(answer.status, said).toBe(byRule ? 422 : 403)
          if (who === 'stranger') expect(answer.headers.get('location')).toBe('/sign-in')
          expect(await entries(), said).toBe(may ? before + 1 : before)
        }
})

test('the form is for whoever holds a pen here; a stranger is asked to sign in', async () => {
  const { get } = await newSite()
  expect((await get(FORM)).headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(FORM)}`)
  for (const who of ['irene', 'pervez', 'vera', 'edith', 'maya'] as const)
    expect((await get(FORM, who)).status, who).toBe(200)
  for (const who of ['adam', 'omar', 'ruth'] as const) expect((await get(FORM, who)).status, who).toBe(403)
})

test('only what a person may choose is offered', async () => {
  const { get } = await newSite()
  const page = async (who: Who) => (await get(FORM, who)).text()
  const irene = await page('irene')
  expect([valuesOn(irene, 'kind'), valuesOn(irene, 'channel'), valuesOn(irene, 'party')]).toEqual([
    ['claim'],
    ['own'],
    ['iran'],
  ])
  expect(valuesOn(irene, 'stage')).toEqual(['0', '1', '2', '3'])
  expect(irene).not.toContain('name="by_name"')
  expect(irene).not.toContain('name="reason"')
  const vera = await page('vera')
  expect([valuesOn(vera, 'kind'), valuesOn(vera, 'channel')]).toEqual([['finding'], ['own']])
  expect(valuesOn(vera, 'stage')).toEqual(['', '0', '1', '2', '3'])
  expect(vera).not.toContain('name="party"')
  const edith = await page('edith')
  expect([valuesOn(edith, 'kind'), valuesOn(edith, 'channel')]).toEqual([
    ['claim', 'finding'],
    ['public_source'],
  ])
  expect(edith).toContain('<option value="pakistan">')
  expect(edith).toContain('name="by_name"')
  expect(edith).not.toContain('<option value="oman">')
  const maya = await page('maya')
  expect([valuesOn(maya, 'kind'), valuesOn(maya, 'channel')]).toEqual([
    ['claim', 'finding'],
    ['own', 'public_source'],
  ])
})

test('permission comes before the fields: whoever may not is not told what is wrong', async () => {
  const { post } = await newSite()
  expect((await post(FORM, { ...CLAIM, as_of: 'never' }, 'pervez')).status).toBe(403)
  expect((await post(FORM, { ...CLAIM, as_of: 'never' }, 'stranger')).status).toBe(303)
  expect((await post(FORM, { ...CLAIM, preview: '1' }, 'pervez')).status).toBe(403)
  expect((await post(FORM, { ...CLAIM, more: '1' }, 'adam')).status).toBe(403)
})

test('what reaches the measure’s page is signed with the pen it was written with', async () => {
  const { record, get } = await newSite()
  await record(CLAIM, 'irene')
  const reports = await (await get(MEASURE)).text()
  expect(reports).toContain('Filed here by its author')
})
