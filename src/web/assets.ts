import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import fonts from '../../views/assets/fonts.json'
import type { Env } from './env'
import { squeezedTag, takesGzip } from './gzip'

const folder = new URL('../../views/assets/', import.meta.url)
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}
const OURS = ['site.css', 'brief.css', 'icon.svg', 'typed-paper.js']

interface Asset {
  body: Buffer
  /** Null where it would gain nothing. */
  squeezed: Buffer | null
  type: string
  etag: string
}

/** A style sheet without what only its readers need. */
export const minified = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()

/** A style sheet with those that it imports in their places. */
export const styleSheet = (file: URL): string =>
  readFileSync(file, 'utf8').replace(/@import '([^']+)';/g, (_, part: string) =>
    styleSheet(new URL(part, file)),
  )

function load(file: URL): Asset {
  const ending = file.pathname.split('.').pop() ?? ''
  const body = ending === 'css' ? Buffer.from(minified(styleSheet(file))) : readFileSync(file)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const squeezed = ending === 'woff2' ? null : gzipSync(body, { level: 9 })
  return { body, squeezed, type: TYPES[ending] ?? 'application/octet-stream', etag }
}

/** What the build wrote beside the program, else the source of it. */
function placeOf(file: string): URL {
  const built = new URL(file, import.meta.url)
  return existsSync(built) ? built : new URL(file, folder)
}

const resolve = createRequire(import.meta.url).resolve
const assets = new Map<string, Asset>()
for (const file of OURS) assets.set(file, load(placeOf(file)))
const fontFiles: Record<string, string> = fonts
for (const [file, place] of Object.entries(fontFiles)) {
  const [, scope, name, rest] = /^(@[^/]+)\/([^/]+)\/(.+)$/.exec(place) ?? []
  if (scope && name && rest)
    assets.set(`fonts/${file}`, load(pathToFileURL(resolve(`${scope}/${name}/${rest}`))))
}

/** Changes when any asset does, and is part of their addresses; so a page's own bytes say when they change. */
export const assetsVersion = createHash('sha256')
  .update([...assets.values()].map(({ etag }) => etag).join())
  .digest('base64url')
  .slice(0, 10)

/** The style sheet, the fonts and the scripts, from our own host. */
export const assetRoutes = () =>
  new Hono<Env>().get('/assets/:file{.+}', (c) => {
    const asset = assets.get(c.req.param('file'))
    if (!asset) return c.notFound()
    const squeezed = takesGzip(c.req.header('accept-encoding')) ? asset.squeezed : null
    const headers = {
      etag: squeezed ? squeezedTag(asset.etag) : asset.etag,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    }
    if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(squeezed ?? asset.body), 200, {
      ...headers,
      'content-type': asset.type,
      ...(squeezed ? { 'content-encoding': 'gzip' } : {}),
    })
  })
