import { z } from 'zod'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import { slug } from '../lib/schema'
import type { Read } from './edit'
import { fieldsFrom, keyed, readWith, reasonField } from './form'
import type { PartyWording } from './party'
import { partyContent, readParty } from './party.content'
import { partyFields } from './party.schema'

const newParty = z.strictObject({ slug, ...partyFields })
const revision = z.strictObject({ reason: reasonField, ...partyFields })

const wordingIn = (fields: Fields) => ({
  name: first(fields, 'name'),
  kind: given(fields, 'kind'),
  part_of: given(fields, 'part_of'),
  names: keyed(fields, 'names'),
})

export function readNewParty(fields: Fields): Read<{ slug: string; wording: PartyWording }> {
  const read = readWith(newParty, { slug: first(fields, 'slug').trim(), ...wordingIn(fields) })
  return 'problems' in read
    ? read
    : { said: { slug: read.said.slug, wording: readParty(toContentObject(read.said)) } }
}

export function readPartyRevision(fields: Fields): Read<{ reason: string; wording: PartyWording }> {
  const read = readWith(revision, { reason: first(fields, 'reason'), ...wordingIn(fields) })
  return 'problems' in read
    ? read
    : { said: { reason: read.said.reason, wording: readParty(toContentObject(read.said)) } }
}

export const partyFieldsOf = (wording: PartyWording): Fields => fieldsFrom(partyContent(wording))
