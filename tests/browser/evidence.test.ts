import { expect, test } from 'vitest'
import { hashOf } from '../../src/evidence/file'
import { EXE, PDF, PNG } from '../evidence/files'
import { look } from './inspect'
import { signIn, visit } from './visitor'

const MEASURE = '/agreements/visit-2017/measures/1'
const LETTER = { name: 'نامه.pdf', mimeType: 'application/pdf', buffer: PDF }
const FENCE = { name: 'fence.png', mimeType: 'image/png', buffer: PNG }
const PROGRAM = { name: 'minutes.pdf', mimeType: 'application/pdf', buffer: EXE }

test.each([
  ['with a script engine', true],
  ['without JavaScript', false],
])(
  'a verifier files a finding on two files, one of them restricted, and readers see what they may, %s',
  async (_, javaScriptEnabled) => {
    const site = await visit()
    const page = await site.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    await signIn(page, site, 'vera')
    await page.goto(`${MEASURE}/report`)
    await page.check('input[name=stage][value="2"]')
    await page.selectOption('select[name=evidence_kind] >> nth=0', 'record')
    await page.setInputFiles('input[name=evidence_file] >> nth=0', PROGRAM)
    await page.click('details:has(select[name=evidence_kind]) > summary')
    await page.selectOption('select[name=evidence_kind] >> nth=1', 'record')
    await page.fill('input[name=evidence_title] >> nth=1', 'A letter not for everybody')
    await page.setInputFiles('input[name=evidence_file] >> nth=1', LETTER)
    await page.check('input[name=evidence_restricted] >> nth=1')
    await page.fill('input[name=evidence_review_on] >> nth=1', '2027-06-30')
    await page.click('main button[type=submit]:not([name])')
    await page.waitForSelector('.error-summary, [role=alert]')
    expect(await page.textContent('main')).toContain('نامه.pdf')
    if (javaScriptEnabled) expect(await look(page, 'the refused form', [320, 1280])).toEqual([])
    await page.setInputFiles('input[name=evidence_file] >> nth=0', FENCE)
    await page.click('button[name=preview]')
    await page.waitForSelector('text=A letter not for everybody')
    if (javaScriptEnabled) expect(await look(page, 'the preview', [320, 1280])).toEqual([])
    await page.click('main button[type=submit]:not([name])')
    await page.waitForURL((url) => url.pathname === MEASURE)
    const [report] = await site.world.db.read.selectFrom('report').select('id').execute()

    const reader = await site.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    await reader.goto(`/reports/${report?.id}`)
    const shown = await reader.textContent('main')
    expect(shown).toContain('Rests on restricted evidence: Record')
    expect(shown).not.toContain('A letter not for everybody')
    expect(shown).not.toContain('نامه.pdf')
    const picture = await reader.goto(`/files/${hashOf(PNG)}`)
    expect(picture?.headers()['content-type']).toBe('image/png')
    expect((await reader.goto(`/files/${hashOf(PDF)}`))?.status()).toBe(404)
  },
)
