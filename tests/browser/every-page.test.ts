import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DOORS, WHO } from '../security/doors'
import { newHouse, pathOf } from '../security/house'
import type { Who } from '../support/site'
import { inspect, look } from './inspect'
import { browse, signIn } from './visitor'

const LONG = 300_000

/** A house to walk through, with a window for each of the cast, opened when first needed. */
async function walk(colorScheme: 'light' | 'dark') {
  const house = await browse(await newHouse())
  const windows = new Map<Who, Promise<Page>>()
  const openFor = async (who: Who): Promise<Page> => {
    const page = await house.open({ colorScheme, bypassCSP: true })
    if (who !== 'stranger') await signIn(page, house, who)
    return page
  }
  const as = (who: Who): Promise<Page> => {
    const page = windows.get(who) ?? openFor(who)
    windows.set(who, page)
    return page
  }
  return { house, as }
}

/** Every door with a page behind it, and somebody who may see it. */
const PAGES = Object.entries(DOORS).flatMap(([name, door]) => {
  const who = WHO[door.answers.indexOf(200)]
  return name.startsWith('GET ') && who ? [{ name, door, who }] : []
})

// The dark sheet changes nothing but colours, which one width shows.
test.each([
  ['light', [320, 1280]],
  ['dark', [1280]],
] as const)(
  'every page behind every door is sound, %s',
  async (scheme, widths) => {
    const { house, as } = await walk(scheme)
    const faults: string[] = []
    let seen = 0
    for (const { name, door, who } of PAGES) {
      const answer = await house.knock(name, door, who)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      faults.push(...(await inspect(await as(who), pathOf(door, house.held), widths)))
      seen += 1
    }
    expect(seen).toBeGreaterThan(35)
    expect(faults).toEqual([])
  },
  LONG,
)

/** Types into everything, as somebody who gets everything wrong; gives what was typed by the name of the field. */
const FORM = `document.querySelector('main form[method=post]:has(textarea, select, input:not([type=hidden]))')`
const TYPE_NONSENSE = `(() => {
  const form = ${FORM}
  form.noValidate = true
  const typed = []
  for (const each of form.elements) {
    if (!each.name || each.matches('button, [type=hidden], [type=radio], [type=checkbox], [type=password], [type=file]')) continue
    if (each.matches('select')) each.selectedIndex = each.options.length - 1
    else {
      if (each.matches('input')) each.type = 'text'
      each.removeAttribute('maxlength')
      each.value = each.name + ' <b>"گزارش 2017-02-30'
      typed.push([each.name, each.value])
    }
  }
  return typed
})()`

const SEND = `(() => {
  const form = ${FORM}
  setTimeout(() => form.requestSubmit(form.querySelector('button[type=submit]:not([name])')))
})()`

/** Where each link of the summary leads, and what stands in the fields. */
const REFUSED = `({
  leads: [...document.querySelectorAll('.error-summary a')].map((a) => [
    a.getAttribute('href'),
    document.getElementById(a.getAttribute('href').slice(1))?.matches('input, select, textarea, button, fieldset') ?? false,
  ]),
  kept: [...document.querySelectorAll('main form input, main form textarea')].map((each) => [each.name, each.value]),
})`

interface Refused {
  leads: [string, boolean][]
  kept: [string, string][]
}

const FORMS = PAGES.filter(
  ({ name }) => `POST ${name.slice(4)}` in DOORS && !/api|sign-in|withdraw|account|reply|\/revise/.test(name),
)

test(
  'every form refuses nonsense with links to its fields, and loses nothing that was typed',
  async () => {
    const { house, as } = await walk('light')
    const faults: string[] = []
    for (const { name, door, who } of FORMS) {
      const page = await as(who)
      await page.goto(pathOf(door, house.held))
      const typed = await page.evaluate<[string, string][]>(TYPE_NONSENSE)
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === 'POST'),
        page.waitForEvent('load'),
        page.evaluate(SEND),
      ])
      const status = answer.status()
      if (status !== 422) faults.push(`${name}: ${status}`)
      const { leads, kept } = await page.evaluate<Refused>(REFUSED)
      if (leads.length === 0) faults.push(`${name}: no summary`)
      for (const [href, there] of leads) if (!there) faults.push(`${name}: ${href} leads nowhere`)
      for (const [field, value] of typed)
        if (!kept.some(([one, text]) => one === field && text === value))
          faults.push(`${name}: lost ${field}`)
      faults.push(...(await look(page, `${name}, refused`)))
    }
    expect(FORMS.length).toBeGreaterThan(8)
    expect(faults).toEqual([])
  },
  LONG,
)
