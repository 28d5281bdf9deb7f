import { expect } from 'vitest'
import { newSite, type Site, type Who } from '../support/site'

export type Typed = Record<string, string | readonly string[]>

/** The whole site, seen by an editor who fills in forms. */
export async function newForms(record?: unknown) {
  const site = await newSite(record === undefined ? {} : { record })
  return {
    ...site,
    read: async (path: string, who: Who = 'edith') => (await site.get(path, who)).text(),
    send: (path: string, typed: Typed, who: Who = 'edith') => site.post(path, typed, who),
    /** The hidden fields of a form as it is now. */
    hidden: async (path: string) => hiddenIn(await (await site.get(path, 'edith')).text()),
    last: () => lastEntry(site),
  }
}

export type Forms = Awaited<ReturnType<typeof newForms>>

const valueOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

export const hiddenIn = (html: string) => ({
  seen: valueOf(html, 'seen'),
  idempotency_key: valueOf(html, 'idempotency_key'),
})

/** The ledger's last entry with what it says. */
async function lastEntry({ world }: Site) {
  const entry = await world.db.read
    .selectFrom('entry as e')
    .innerJoin('content as c', 'c.entry', 'e.n')
    .orderBy('e.n', 'desc')
    .select(['e.n', 'e.kind', 'e.actor_id', 'e.actor_capacity', 'e.agreement', 'e.measure', 'c.body'])
    .executeTakeFirstOrThrow()
  const { body, ...rest } = entry
  return { ...rest, content: JSON.parse(body ?? '{}') as Record<string, unknown> }
}

/** What the summary says is wrong, by the id of the field that it leads to. */
function problemsIn(html: string): Record<string, string> {
  const summary = /<section class="error-summary".*?<\/section>/s.exec(html)?.[0] ?? ''
  const links = [...summary.matchAll(/<a href="#field-([^"]+)">(.*?)<\/a>/g)]
  return Object.fromEntries(links.map(([, field = '', words = '']) => [field, words]))
}

/** Sends a form that is refused at one field, keeps what was typed, and writes nothing. */
export async function refusedAt(forms: Forms, path: string, typed: Typed, field: string): Promise<string> {
  const before = await forms.entries()
  const answer = await forms.send(path, typed)
  const html = await answer.text()
  expect([answer.status, Object.keys(problemsIn(html))]).toEqual([422, [field]])
  expect(html, 'the summary leads to a control').toContain(`id="field-${field}"`)
  for (const value of Object.values(typed).flat()) expect(html).toContain(escaped(value))
  expect(await forms.entries()).toBe(before)
  return problemsIn(html)[field] ?? ''
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Only an editor sees a form or sends it. */
export async function editorsOnly(forms: Forms, path: string, typed: Typed): Promise<void> {
  const before = await forms.entries()
  for (const who of ['irene', 'vera', 'adam'] as const) {
    expect([who, (await forms.get(path, who)).status]).toEqual([who, 403])
    expect([who, (await forms.send(path, typed, who)).status]).toEqual([who, 403])
  }
  const asked = await forms.get(path)
  expect([asked.status, asked.headers.get('location')]).toEqual([
    303,
    `/sign-in?next=${encodeURIComponent(path)}`,
  ])
  const sent = await forms.send(path, typed, 'stranger')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(await forms.entries()).toBe(before)
}

/** The same form sent twice happens once; with other content under its key it is refused, and nothing typed is lost. */
export async function onceOnly(forms: Forms, path: string, typed: Typed, changed: Typed): Promise<void> {
  const before = await forms.entries()
  const sending = { ...typed, idempotency_key: 'k-1' }
  const [first, again] = await Promise.all([forms.send(path, sending), forms.send(path, sending)])
  expect([first.status, again.status]).toEqual([303, 303])
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(await forms.entries()).toBe(before + 1)
  const other = await forms.send(path, { ...sending, ...changed })
  const html = await other.text()
  expect(other.status).toBe(409)
  for (const value of Object.values(changed).flat()) expect(html).toContain(escaped(value))
  expect(await forms.entries()).toBe(before + 1)
}

/** A thing is withdrawn once, with a reason; whatever hangs on it is then as it was said to be. */
export async function withdrawnOnce(forms: Forms, path: string): Promise<void> {
  await editorsOnly(forms, path, { reason: 'listed twice' })
  await refusedAt(forms, path, { reason: '' }, 'reason')
  const before = await forms.entries()
  const sending = { reason: 'listed <twice>', idempotency_key: 'w-1' }
  const done = await forms.send(path, sending)
  expect(done.status).toBe(303)
  expect((await forms.last()).content).toMatchObject({ reason: 'listed <twice>' })
  expect((await forms.send(path, sending)).headers.get('location')).toBe(done.headers.get('location'))
  const second = await forms.send(path, { reason: 'once more', idempotency_key: 'w-2' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('withdrawn already')
  expect(await forms.entries()).toBe(before + 1)
}
