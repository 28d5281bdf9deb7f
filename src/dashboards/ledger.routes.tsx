import { Hono } from 'hono'
import { LedgerAboutPage } from '../../views/ledger/ledger-about-page'
import { LedgerPage } from '../../views/ledger/ledger-page'
import { exportLedger } from '../exchange/export-ledger'
import { signersIn } from '../ledger/secret-file'
import { checkpointAt, ledgerKeys } from '../ledger/signing-key.store'
import type { Env } from '../web/env'
import { addressWith, countOf } from '../web/list'
import { questionOf, type Site } from '../web/site'
import { changesAt } from './changes.queries'

const PAGE = 50

/** The public log of entries, newest first; what it proves; and the whole of it, for whoever checks that. */
export const ledgerRoutes = (site: Site) =>
  new Hono<Env>()
    .get('/ledger', async (c) => {
      const { knownAt } = await questionOf(site, c)
      const before = countOf(c, 'before')
      const changes = await changesAt(site.deps.db.read, { before, knownAt, limit: PAGE + 1 })
      const last = changes[PAGE - 1]
      return c.html(
        <LedgerPage
          frame={await site.frameOf(c)}
          names={await site.register.names(knownAt)}
          changes={changes.slice(0, PAGE)}
          newer={before === null ? null : addressWith(c, 'before', null)}
          older={changes.length > PAGE && last ? addressWith(c, 'before', String(last.entry.n)) : null}
        />,
      )
    })
    .get('/ledger/about', async (c) => {
      const { checkpoint, keys } = await signedState(site)
      // What is not signed now may be in a moment, though no entry is added.
      if (checkpoint === undefined) c.header('cache-control', 'no-store')
      return c.html(
        <LedgerAboutPage frame={await site.frameOf(c)} checkpoint={checkpoint ?? null} keys={keys} />,
      )
    })
    .get('/ledger/list.ndjson', async (c) => {
      const signers = signersOf(site)
      if ((await checkpointAt(site.deps.db.read, signers, 0)) === undefined) return c.notFound()
      return c.body(
        streamOf((sink) => exportLedger(site.deps.db.read, signers, sink)),
        200,
        {
          'content-type': 'application/x-ndjson; charset=utf-8',
          'content-disposition': 'attachment; filename="ledger.ndjson"',
        },
      )
    })

const signersOf = ({ config }: Site) => signersIn(config.secretFile)

async function signedState(site: Site) {
  const { read } = site.deps.db
  const keys = await ledgerKeys(read)
  return {
    checkpoint: await checkpointAt(read, signersOf(site)),
    keys: keys.map(({ key, since, handover }) => ({ text: key.text, since, handedOver: handover !== null })),
  }
}

/** What is written piece by piece, no faster than it is read; writing ends when nobody reads on. */
function streamOf(
  write: (sink: (text: string) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  write(async (text) => writer.write(encoder.encode(text)))
    .then(() => writer.close())
    .catch((error: unknown) => writer.abort(error).catch(() => {}))
  return readable
}
