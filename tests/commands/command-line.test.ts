import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { version } from '../../package.json'
import { dataset } from '../exchange/datasets'
import { DIALECT, newWorld, type World } from '../support/world'
import { run, start } from './program'

const settingsOf = ({ address, folder }: World) => ({ DATABASE_URL: address, DATA_DIR: folder })

test.each([
  [['--version']],
  [['serve', '--version']],
  [['user', 'add', '--version']],
  [['import', 'x.json', '--version']],
])('%j says which version this is', async (args) => {
  expect(await run(args)).toEqual({ code: 0, printed: `${version}\n`, said: '' })
})

test.each([[['--help']], [['restore', '--help']], [['token', '--help']]])('%j says more', async (args) => {
  const { code, printed, said } = await run(args)
  expect([code, said]).toEqual([0, ''])
  expect(printed).toMatch(/^Usage: followthrough /)
})

test.each<[string[], RegExp]>([
  [[], /say what to do/],
  [['conclude'], /there is no command conclude/],
  [['import'], /FILE .* is wanted/],
  [['seed', '--loudly'], /--loudly/],
  [['export', '--as-of', 'today'], /--as-of wants a day/],
  [['user', 'add', 'a@example.org', '--name', 'A', '--role', 'owner'], /“owner”: give reporter, verifier, editor, admin/],
])('%j is wrong usage: 2, and a line that says what to do', async (args, sentence) => {
  const { code, printed, said } = await run(args)
  expect([code, printed]).toEqual([2, ''])
  expect(said).toMatch(sentence)
  expect(said.trimEnd().split('\n')).toHaveLength(1)
}) // prettier-ignore

test('a refusal is 1 and a line for each fault', async () => {
  const world = await newWorld()
  const file = join(world.folder, 'record.json')
  writeFileSync(file, JSON.stringify({ ...dataset(), parties: [{ slug: 'north' }], more: 1 }))
  const { code, printed, said } = await run(['import', file], settingsOf(world))
  expect([code, printed]).toEqual([1, ''])
  expect(said.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^parties\[0\]\.name: /),
    expect.stringMatching(/^parties\[0\]\.kind: Give one of: state, force, organisation\.$/),
    expect.stringMatching(/^more: /),
  ])
})

test(
  'with PORT 0 it names the address at which it can be reached, also in its links',
  { timeout: 60_000 },
  async () => {
    const world = await newWorld()
    const server = start(['serve'], { ...settingsOf(world), PORT: '0', SEED_ON_EMPTY: 'off' })
    onTestFinished(() => void server.kill('SIGKILL'))
    const printed = await new Promise<string>((resolve) => {
      let text = ''
      server.stdout.on('data', (piece: Buffer) => {
        text += String(piece)
        if (text.includes('/invitations/')) resolve(text)
      })
    })
    const port = /port (\d+)\)/.exec(printed)?.[1]
    const [link = ''] = /http:\/\/localhost:\d+\/invitations\/\S+/.exec(printed) ?? []
    expect(link).toContain(`http://localhost:${port}/`)
    expect((await fetch(link)).status).toBe(200)
    const feed: any = await (await fetch(`http://localhost:${port}/feed.json`)).json()
    expect(feed.feed_url).toBe(`http://localhost:${port}/feed.json`)
    const ended = new Promise((resolve) => server.on('close', resolve))
    server.kill('SIGTERM')
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
  },
)

// A limit on the size of files stands for a disk that is full.
test.runIf(DIALECT === 'sqlite')(
  'a disk that fills up is named, and nothing is half-written',
  { timeout: 90_000 },
  async () => {
    const world = await newWorld()
    await world.close()
    const settings = { DATA_DIR: join(world.folder, 'data') }
    const full = await run(['seed'], settings, { shell: "trap '' XFSZ; ulimit -f 900" })
    expect(full).toMatchObject({ code: 1, printed: '' })
    expect(full.said).toMatch(/^the disk refused \(.*\): make room/)
    expect((await run(['verify'], settings)).code).toBe(0)
    const exported: any = JSON.parse((await run(['export'], settings)).printed)
    expect(exported.agreements).toEqual([])
  },
)
