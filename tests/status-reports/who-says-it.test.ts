import { describe, expect, test } from 'vitest'
import { textOf } from '../views/html'
import { CLAIM, FINDING, MEASURE, newSite, PUBLIC } from './site'

const OF_IRAN = '/agreements/visit-2017/measures/2'

/** On a measure that Iran owes: its own claim, one of Pakistan that an editor took down, and a finding between them. */
async function disputed() {
  const site = await newSite()
  const form = `${OF_IRAN}/report`
  const own = await site.record(
    { ...CLAIM, stage: '3', as_of: '2024-05-31', as_of_precision: 'month' },
    'irene',
    form,
  )
  const taken = await site.record(
    { ...PUBLIC, party: 'pakistan', stage: '0', as_of: '2024-06-02' },
    'edith',
    form,
  )
  const found = await site.record({ ...FINDING, stage: '1', as_of: '2024-05-15' }, 'vera', form)
  const text = async (path: string, who: Parameters<typeof site.get>[1] = 'stranger') =>
    textOf(await (await site.get(path, who)).text())
  return { ...site, own, taken, found, text }
}

const SENTENCE =
  'Since May 2024: Iran says implemented (own filing, as of May 2024); Pakistan says of Iran’s duty not started ' +
  '(public source, as of 2 June 2024). They lie 3 stages apart.'

describe('who says it, how it came and of whose duty it speaks', () => {
  test('stands on the measure’s page: in its lead, its line, its table and its history', async () => {
    const { text, get, taken } = await disputed()
    const page = await text(OF_IRAN)
    expect(page).toContain(
      'Iran says implemented (own filing). Pakistan says of Iran’s duty: not started (public source).',
    )
    expect(page).toContain(`Disputed ${SENTENCE}`)
    expect(page).toContain(
      'Awaiting verification Since May 2024: Iran says implemented (own filing, as of May 2024), later',
    )
    expect(page).toContain('Stage 0: Not started As of 2 June 2024 public source on Iran’s duty')
    expect(page).toContain('Pakistan speaks of Iran’s duty.')
    expect(page).toContain('Recorded by an editor from a public source')
    const html = await (await get(OF_IRAN)).text()
    expect(html).toContain('<g class="position own"><title>Iran, own filing</title>')
    expect(html).toContain(
      '<g class="position public_source foreign"><title>Pakistan, public source, another’s duty</title>',
    )
    expect(html).toContain('<g class="position own finding"><title>Finding, own filing</title>')
    expect(html).toContain(`<a href="/reports/${taken}">Pakistan says</a>`)
  })

  test('stands where attention is called to it, no day more exact than it is known', async () => {
    const { text } = await disputed()
    for (const path of ['/', '/attention', '/agreements/visit-2017']) {
      expect(await text(path), path).toContain(SENTENCE)
      expect(await text(path), path).not.toContain('31 May 2024')
    }
  })

  test('stands in a line of an agreement’s measures, with the last report', async () => {
    const { text } = await disputed()
    expect(await text('/agreements/visit-2017')).toContain('Claim by Pakistan public source on Iran’s duty')
  })

  test('stands beside the last reports of the form, and in a preview', async () => {
    const { text, post } = await disputed()
    expect(await text(`${OF_IRAN}/report`, 'irene')).toContain(
      'Claim by Pakistan public source on Iran’s duty',
    )
    const shown = await post(
      `${OF_IRAN}/report`,
      { ...CLAIM, party: 'pakistan', as_of: '2024-07-01', preview: '1' },
      'pervez',
    )
    const preview = textOf(await shown.text())
    expect(preview).toContain('Pakistan speaks of Iran’s duty.')
    expect(preview).toContain('Pakistan says of Iran’s duty: partly implemented (own filing).')
  })

  test('is in the CSV and the API', async () => {
    const { get } = await disputed()
    const csv = await (await get('/agreements/visit-2017/list.csv')).text()
    expect(csv).toContain('iran:3:own:2024-05-31 pakistan:0:public_source:2024-06-02,1:2024-05-15')
    const answer = await get('/api/v1/agreements/visit-2017/measures/2')
    const { standing, owed_by } = (await answer.json()) as {
      standing: { claims: { party: string; channel: string }[] }
      owed_by: string[]
    }
    expect(owed_by).toEqual(['iran'])
    expect(standing.claims.map(({ party, channel }) => [party, channel])).toEqual([
      ['iran', 'own'],
      ['pakistan', 'public_source'],
    ])
  })

  test('is told by the ledger, by what changed last and by the search', async () => {
    const { text, post, found } = await disputed()
    await post(`/reports/${found}/reply`, { text: 'We were not asked.' }, 'pervez')
    for (const path of ['/ledger', '/', '/agreements/visit-2017', '/parties/iran']) {
      const page = await text(path)
      expect(page, path).toContain('Iran claims implemented for Measure 2, as of May 2024 (own filing).')
      expect(page, path).toContain(
        'Pakistan claims not started for Measure 2, which is Iran’s duty, as of 2 June 2024 (public source).',
      )
      expect(page, path).toContain(
        'A finding says in progress for Measure 2, as of 15 May 2024 (own filing).',
      )
      expect(page, path).toContain('Pakistan replied to a finding on Measure 2.')
    }
    const hits = await text('/search?q=laid')
    expect(hits).toContain('Claim by Iran own filing')
    expect(hits).toContain('Claim by Pakistan public source on Iran’s duty')
  })

  test('stands on the page of the party that speaks of another’s duty', async () => {
    const { text } = await disputed()
    const page = await text('/parties/pakistan')
    expect(page).toContain('What it says of others’ duties')
    expect(page).toContain('Claim by Pakistan public source on Iran’s duty')
    expect(await text('/parties/iran')).not.toContain('What it says of others’ duties')
  })

  test('as of a day before the disagreement, nothing of it is said', async () => {
    const { text } = await disputed()
    const page = await text(`${OF_IRAN}?as_of=2024-05-20`)
    expect(page).not.toContain('stages apart')
    expect(page).toContain('In progress')
    expect(await text(MEASURE)).not.toContain('stages apart')
  })
})
