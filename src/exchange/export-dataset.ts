import type { Database, Db } from '../db/database'
import { FORMAT } from './dataset'
import { agreementJson, partyJson } from './dataset-json'
import { agreementSlugs, type Seen, saidAgreement, saidParties } from './record.queries'
import { inSnapshot } from './snapshot.store'

/** Takes the next piece of a text; the following one waits for it. */
export type Sink = (text: string) => Promise<void>

/**
 * Writes the record as a dataset, agreement by agreement: all of it, or what was known at an instant of what describes a
 * day or an earlier one.
 */
export const exportDataset = (database: Database, seen: Seen, sink: Sink): Promise<void> =>
  inSnapshot(database, async (db) => {
    await sink(`{\n  "format": ${JSON.stringify(FORMAT)},\n  "parties": [`)
    const parties = await saidParties(db, seen.knownAt)
    for (const [index, party] of parties.entries()) await sink(item(index, partyJson(party)))
    await sink(`${parties.length > 0 ? '\n  ' : ''}],\n  "agreements": [`)
    const slugs = await agreementSlugs(db, seen.knownAt)
    for (const [index, slug] of slugs.entries()) await sink(item(index, await agreementOf(db, slug, seen)))
    await sink(`${slugs.length > 0 ? '\n  ' : ''}]\n}\n`)
  })

async function agreementOf(db: Db, slug: string, seen: Seen): Promise<object> {
  const said = await saidAgreement(db, slug, seen)
  if (!said) throw new Error(`the agreement ${slug} is missing`)
  return agreementJson(said)
}

const item = (index: number, value: object): string =>
  `${index > 0 ? ',' : ''}\n    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`
