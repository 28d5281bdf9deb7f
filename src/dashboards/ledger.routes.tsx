import { Hono } from 'hono'
import { LedgerPage } from '../../views/ledger/ledger-page'
import { changesAt } from './changes.queries'
import type { Env } from '../web/env'
import { addressWith, countOf } from '../web/list'
import { questionOf, type Site } from '../web/site'

const PAGE = 50

/** The public log of entries, newest first. */
export const ledgerRoutes = (site: Site) =>
  new Hono<Env>().get('/ledger', async (c) => {
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
