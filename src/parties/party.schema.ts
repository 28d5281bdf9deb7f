import { z } from 'zod'
import { choice, maybe, slug, text } from '../lib/schema'
import { PARTY_KINDS } from './party'

const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'rules.language')

/** The wording of a party, in the dataset's words. */
export const partyFields = {
  name: text(200),
  kind: choice(PARTY_KINDS),
  part_of: maybe(slug),
  names: maybe(z.record(languageTag, text(200))),
}
