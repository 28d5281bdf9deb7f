import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = ['src', 'views', 'migrations'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|js)$/.test(file))
    .map((file) => join(folder, file)),
)

/** What a file imports: packages by name, our own files by their path from the root, without extension. */
function importsOf(file: string, { types = true } = {}): string[] {
  const code = readFileSync(file, 'utf8')
  const named = [...code.matchAll(/(import type [^;]*?|import\(?|from) ?'([^']+)'/g)]
    .filter(([, how = '']) => types || !how.startsWith('import type'))
    .map((found) => found[2] ?? '')
  return named.map((name) => (name.startsWith('.') ? join(file, '..', name) : name))
}

const VERBS =
  /\/(accept|add|admit|approve|assess|change|check|delete|disable|enable|export|import|invite|judge|keep|lay|preview|read|record|redact|reply|restore|return|revise|revoke|save|seed|send|set|sign|submit|use|verify|withdraw)-[a-z-]+$|\/edit$/
const NOUNS =
  'parties|agreements|measures|deadlines|status-reports|evidence|replies|notes|observations|aims|drafts'
const action = new RegExp(`^src/(${NOUNS})(${VERBS.source})`)
const rule = new RegExp(`^src/(${NOUNS}|standing)/[a-z-]+(\\.(form|content|types|schema))?$`)

// Who may import what, from the bottom up. A file stands in the first layer that knows it; what none knows may import all.
const LAYERS: [name: string, files: RegExp][] = [
  ['what is true of any program', /^src\/(lib|messages)\/|^src\/paths$/],
  ['routes', /\.routes$|-(pages|answers)$|^src\/web\/|^src\/users\/signed-in$/],
  ['actions', action],
  ['rules', rule],
  ['stores and queries', /^src\/db\/|\.(store|queries|row)$/],
  ['start', /^src\/(app|main|cli|launch|build)$|^src\/commands\//],
]
const ORDER = ['what is true of any program', 'rules', 'stores and queries', 'actions', 'routes', 'start']
const withoutExtension = (file: string) => file.replace(/\.(ts|tsx|js)$/, '')
const layerOf = (file: string) =>
  ORDER.indexOf(LAYERS.find(([, files]) => files.test(withoutExtension(file)))?.[0] ?? '')

const RANKS = ['parties', 'agreements', 'measures', 'status-reports']
const rankOf = (file: string) => RANKS.findIndex((noun) => file.startsWith(`src/${noun}/`))

// [who, may not import, unless the file is one of]
const FORBIDDEN: [who: RegExp, what: RegExp, except: RegExp][] = [
  [/^(src|views)\//, /^kysely/, /\.(store|queries)\.ts$|^src\/db\//],
  [/^(src|views)\//, /^(better-sqlite3|pg)$/, /^src\/db\/(dialect|sqlite-dialect|backup|restore)\.ts$/],
  [
    /^src\//,
    /^@?hono(\/|$)/,
    /(\.routes|-answers)\.tsx?$|\.tsx$|^src\/(web|api)\/|^src\/(app|main|users\/signed-in|lib\/schema)\.ts$/,
  ],
  [/^src\//, /^views\//, /\.routes\.tsx?$|\.tsx$|^src\/web\/|^src\/users\/signed-in\.ts$/],
  [/^views\//, /^@?hono(?!\/(jsx|html|utils\/html))/, /^$/],
  [/^views\//, /\.(store|queries|routes)$|^src\/(db|web|api|deps|config|app|main|cli)(\/|$)/, /^$/],
  [/^views\//, action, /^$/],
  [/^migrations\//, /^(src|views)\//, /^$/],
]

const mayNot = (file: string, to: string): boolean =>
  FORBIDDEN.some(([who, what, except]) => who.test(file) && what.test(to) && !except.test(file))
const goesUp = (file: string, to: string): boolean => layerOf(file) >= 0 && layerOf(to) > layerOf(file)
// Between nouns the order holds within a layer: a page of an agreement may well list its measures.
const goesBack = (file: string, to: string): boolean =>
  rankOf(file) >= 0 && rankOf(to) > rankOf(file) && layerOf(file) === layerOf(to)

function importsWhere(broken: (file: string, to: string) => boolean, kind = { types: true }): string[] {
  const found = (file: string) => importsOf(file, kind).filter((to) => broken(file, to))
  return sources.flatMap((file) => found(file).map((to) => `${file} imports ${to}`))
}

test('there is something to check, in every layer', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.flatMap((file) => importsOf(file)).length).toBeGreaterThan(sources.length)
  const seen = new Set(sources.map(layerOf))
  expect(ORDER.filter((_, layer) => !seen.has(layer))).toEqual([])
})

test('each file imports only what its kind may', () => {
  expect(importsWhere(mayNot)).toEqual([])
})

test('no layer imports a later one, but for a type', () => {
  expect(importsWhere(goesUp, { types: false })).toEqual([])
})

test('within a layer, no noun imports a later one', () => {
  expect(importsWhere(goesBack)).toEqual([])
})
