import type { Database, Db } from '../db/database'
import { bytesOf, findFile } from '../evidence/file.store'
import { FORMAT, type SaidAgreement } from './dataset'
import { agreementJson, partyJson } from './dataset-json'
import { evidenceIn } from './evidence-in'
import { agreementSlugs, type Seen, saidAgreement, saidParties } from './record.queries'
import { inSnapshot } from './snapshot.store'

/** Takes the next piece of a text; the following one waits for it. */
export type Sink = (text: string) => Promise<void>

/** Which part of the record, and whether with the files that it names; what is restricted comes with all of them. */
interface Exported extends Seen {
  withFiles?: boolean
}

/**
 * Writes the record as a dataset, agreement by agreement: all of it, or what was known at an instant of what describes a
 * day or an earlier one.
 */
export const exportDataset = (
  database: Database,
  { withFiles = false, ...seen }: Exported,
  sink: Sink,
): Promise<void> =>
  inSnapshot(database, async (db) => {
    const hashes = new Set<string>()
    await sink(`{\n  "format": ${JSON.stringify(FORMAT)},\n  "parties": [`)
    const parties = await saidParties(db, seen.knownAt)
    for (const [index, party] of parties.entries()) await sink(item(index, partyJson(party)))
    await sink(`${parties.length > 0 ? '\n  ' : ''}],\n  "agreements": [`)
    const slugs = await agreementSlugs(db, seen.knownAt)
    for (const [index, slug] of slugs.entries()) {
      const said = await agreementOf(db, slug, seen)
      for (const [, { file }] of evidenceIn({ agreements: [said] })) if (file) hashes.add(file.sha256)
      await sink(item(index, agreementJson(said)))
    }
    await sink(`${slugs.length > 0 ? '\n  ' : ''}]`)
    if (withFiles || seen.restricted) await writeFiles(db, [...hashes], sink)
    await sink('\n}\n')
  })

async function agreementOf(db: Db, slug: string, seen: Seen): Promise<SaidAgreement> {
  const said = await saidAgreement(db, slug, seen)
  if (!said) throw new Error(`the agreement ${slug} is missing`)
  return said
}

/** The files named, as far as they are here, each in base64, piece by piece. */
async function writeFiles(db: Db, hashes: readonly string[], sink: Sink): Promise<void> {
  await sink(',\n  "files": [')
  let written = 0
  for (const sha256 of hashes) {
    if (!(await findFile(db, sha256))) continue
    await sink(`${written++ > 0 ? ',' : ''}\n    { "sha256": "${sha256}", "data": "`)
    for await (const piece of bytesOf(db, sha256)) await sink(Buffer.from(piece).toString('base64'))
    await sink('" }')
  }
  await sink(`${written > 0 ? '\n  ' : ''}]`)
}

const item = (index: number, value: object): string =>
  `${index > 0 ? ',' : ''}\n    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`
