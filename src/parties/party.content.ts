import { dropNulls, fieldsOf, type JsonObject } from '../lib/json'
import { PARTY_KINDS, type PartyWording } from './party'

/** A party's wording in the dataset's words; what is unknown is left out. */
export const partyContent = (wording: PartyWording) => ({
  name: wording.name,
  kind: wording.kind,
  ...dropNulls({
    part_of: wording.partOf,
    names: Object.keys(wording.names).length > 0 ? wording.names : null,
  }),
})

export function readParty(object: JsonObject): PartyWording {
  const fields = fieldsOf(object)
  return {
    name: fields.text('name') ?? '',
    kind: fields.oneOf('kind', PARTY_KINDS) ?? 'organisation',
    partOf: fields.text('part_of'),
    names: textsOf(fields.object('names')),
  }
}

/** The texts of an object by their keys. */
export const textsOf = (object: JsonObject | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(object ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
